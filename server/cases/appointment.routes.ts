import { defineRoute, type Route } from "../http/route.ts";
import type { AppointmentService } from "./appointment.service.ts";
import { decideMany } from "./bulk.ts";
import {
  appointmentBody,
  appointmentParams,
  bulkBody,
  caseParams,
  coMediatorParams,
  declarationBody,
} from "./case.schemas.ts";
import type { CoMediators } from "./coMediators.service.ts";
import type { CaseProgress } from "./caseProgress.service.ts";
import type { CaseReading } from "./caseReading.service.ts";

export type AppointmentServices = {
  progress: CaseProgress;
  reading: CaseReading;
  appointments: AppointmentService;
  coMediators: CoMediators;
};

/** Choosing a mediator, and the mediator's declaration. */
export function appointmentRoutes(services: AppointmentServices): Route[] {
  const { reading, appointments, coMediators } = services;
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/bulk",
      permission: "case:accept",
      summary: "Accept, decline, or propose a mediator for many cases; each on its own",
      kind: "raw",
      body: bulkBody,
      handle: async ({ db, actor, body, res }) => {
        res.json(await decideMany(db, services, actor, body));
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/mediators",
      permission: "case:appoint",
      summary: "The centre's mediators with their load",
      kind: "query",
      handle: async ({ tx, actor }) => ({ items: await appointments.mediators(tx, actor, null) }),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/mediators",
      permission: "case:appoint",
      summary: "Mediators to choose from, with what each has had with this platform",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => ({
        items: await appointments.mediators(tx, actor, params.caseId),
      }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/appointments",
      permission: "case:appoint",
      summary: "Propose a mediator, who then declares whether there is a conflict of interest",
      kind: "command",
      status: 201,
      params: caseParams,
      body: appointmentBody,
      handle: async ({ tx, actor, params, body }) => {
        const appointment = await appointments.propose(tx, actor, params.caseId, body.mediatorId);
        return { id: appointment.id, case: await reading.summary(tx, actor, params.caseId) };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/co-mediators",
      permission: "case:assist",
      summary: "Who mediates beside the mediator, and who could be asked",
      kind: "query",
      params: caseParams,
      handle: ({ tx, actor, params }) => coMediators.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/co-mediators",
      permission: "case:assist",
      summary: "Ask a second mediator, who then declares whether there is a conflict of interest",
      kind: "command",
      status: 201,
      params: caseParams,
      body: appointmentBody,
      handle: async ({ tx, actor, params, body }) => {
        await coMediators.propose(tx, actor, params.caseId, body.mediatorId);
        return await coMediators.list(tx, actor, params.caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/co-mediators/:mediatorId/end",
      permission: "case:assist",
      summary: "From now on this person mediates here no more",
      kind: "command",
      params: coMediatorParams,
      handle: ({ tx, actor, params }) => coMediators.leave(tx, actor, params.caseId, params.mediatorId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/appointments",
      permission: "case:declare",
      summary: "Cases this mediator is asked to take, waiting for a declaration",
      kind: "query",
      handle: async ({ tx, actor }) => ({ items: await reading.proposals(tx, actor) }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/appointments/:appointmentId/declaration",
      permission: "case:declare",
      summary: "Declare on conflicts of interest; without one the borrower is invited at once",
      kind: "command",
      params: appointmentParams,
      body: declarationBody,
      handle: async ({ tx, actor, params, body }) => {
        const { id, status, caseId } = await appointments.declare(tx, actor, params.appointmentId, body);
        return { id, status, caseId };
      },
    }),
  ];
}
