type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is filled in, by the names of the fields; whether it is ticked for a box. */
export type Filled = Record<string, string | boolean>;

/** What people fill in. Hidden fields are the server's. */
const fieldsIn = (form: HTMLFormElement): Field[] => [...form.querySelectorAll<Field>("textarea, select, input:not([type=hidden])")];

const isTick = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && field.type === "checkbox";

const valueOf = (field: Field): string | boolean => (isTick(field) ? field.checked : field.value);

function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return isTick(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

export const filledIn = (form: HTMLFormElement): Filled => Object.fromEntries(fieldsIn(form).map((field) => [field.name, valueOf(field)]));

/** What differs from what the server has written into the form. */
export const touchedIn = (form: HTMLFormElement): Filled =>
  Object.fromEntries(fieldsIn(form).filter(isTouched).map((field) => [field.name, valueOf(field)]));

/** Fields that are not named keep what they have. */
export function fill(form: HTMLFormElement, filled: Filled): void {
  for (const field of fieldsIn(form)) {
    const value = filled[field.name];
    if (typeof value === "boolean") (field as HTMLInputElement).checked = value;
    else if (value !== undefined) field.value = value;
  }
}

export const isSame = (one: Filled, other: Filled): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);
