export const getClient = () => ({ embeddings: { create: (body: object) => body } });
