import { render } from "preact";
import { App } from "./app";
import { lang, speak } from "./lang";

speak(lang());
const place = document.getElementById("app");
if (place) render(<App />, place);
