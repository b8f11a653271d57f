// Parses the Argdown file that is named and prints what its own parser and model make of it, as JSON.
import { readFileSync } from "node:fs";
import core from "@argdown/core";

const { ArgdownApplication, ParserPlugin, DataPlugin, ModelPlugin } = core;
const argdown = new ArgdownApplication();
argdown.addPlugin(new ParserPlugin(), "parse-input");
argdown.addPlugin(new DataPlugin(), "build-model");
argdown.addPlugin(new ModelPlugin(), "build-model");
const result = argdown.run({ input: readFileSync(process.argv[2], "utf8"), process: ["parse-input", "build-model"], logLevel: "silent" });
const relations = (result.relations ?? []).map((relation) => ({ kind: relation.relationType, from: relation.from?.title, to: relation.to?.title }));
const statements = Object.fromEntries(
  Object.entries(result.statements ?? {}).map(([title, statement]) => [title, statement.members.find((member) => member.text)?.text ?? ""]),
);
const data = Object.fromEntries(Object.entries(result.statements ?? {}).map(([title, statement]) => [title, statement.data ?? null]));
const headings = (result.sections ?? []).map((section) => section.title);
console.log(JSON.stringify({ errors: [...(result.lexerErrors ?? []), ...(result.parserErrors ?? [])].map((error) => error.message), statements, relations, data, headings }));
