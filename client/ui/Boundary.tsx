import { Component, type ReactNode } from "react";

interface BoundaryProps {
  readonly children: ReactNode;
  /** The address shown; another one clears the fault, so that one broken page does not block the rest. */
  readonly address: string;
  readonly renderError: (error: unknown) => ReactNode;
}

interface BoundaryState {
  readonly error: unknown;
}

/** Keeps one page's fault from taking the frame around it away. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.address !== this.props.address && this.state.error !== undefined)
      this.setState({ error: undefined });
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : this.props.renderError(this.state.error);
  }
}
