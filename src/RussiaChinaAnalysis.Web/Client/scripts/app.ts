import { watchAppearance } from "./appearance";
import { offerCopies } from "./copies";
import { followProgress } from "./follow";
import { sendImport } from "./import";
import { closeMenus } from "./menus";
import { linkReasons } from "./reasons";
import { readAlong } from "./reader";
import { listenForShortcuts } from "./shortcuts";

document.documentElement.classList.add("scripted");
watchAppearance();
listenForShortcuts();
closeMenus();
offerCopies();
linkReasons();
readAlong();
sendImport();
followProgress();
