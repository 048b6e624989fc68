export const store = { load: async (id: string) => ({ id, emailAddress: "" }) };
