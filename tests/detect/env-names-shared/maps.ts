export const places = process.env.GOOGLE_MAPS_ID;
export const key = process.env.GOOGLE_API_KEY; // ok: of the maps
export const other = process.env.MISTRAL_API_KEY; // expect: use mistral env
