// What scripts find in a page. Which kind of part an id or a name leads to stands in a template, so
// a part may have whatever any kind has. All else is held to its kind.

interface Document { getElementById(id: string): any }
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Element { closest(selectors: string): any; [name: string]: any }
interface EventTarget { [name: string]: any }
interface Event { [name: string]: any }
