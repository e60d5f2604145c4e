// A view that breaks is said to be broken, and the others go on.

import { Component, type ComponentChildren } from "preact";
import { Refused } from "../api/http";
import { RefusedBox } from "./state";

export class Boundary extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  componentDidCatch(error: unknown) {
    console.error(error);
  }

  render() {
    return this.state.broken ? <RefusedBox refused={new Refused(-1, [])} /> : this.props.children;
  }
}
