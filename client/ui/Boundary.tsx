import { Component, type ReactNode } from "react";

interface BoundaryProps {
  readonly children: ReactNode;
  /** The address shown; another one clears the fault, so that one broken page does not block the rest. */
  readonly address: string;
  readonly renderError: (error: unknown) => ReactNode;
}

interface BoundaryState {
  readonly error: unknown;
  readonly address: string;
}

/** Keeps one page's fault from taking the frame around it away. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, address: this.props.address };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.address === state.address ? null : { error: undefined, address: props.address };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : this.props.renderError(this.state.error);
  }
}
