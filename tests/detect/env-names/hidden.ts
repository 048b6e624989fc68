export const key = process.env._AZURE_OPENAI_API_KEY // expect: use azure-openai env
export const other = process.env._ORDERS_API_KEY // ok
