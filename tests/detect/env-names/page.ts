export const models = () => fetch(process.env.VITE_OPENAI_BASE_URL + "/models") // expect: use openai env
export const maps = process.env.NEXT_PUBLIC_GOOGLE_MAPS_KEY // ok
