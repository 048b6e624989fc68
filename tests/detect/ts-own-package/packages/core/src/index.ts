export const run = (text: string) => text;
