import OpenAI from "openai"; // expect: use openai import

export const Menu = ({ client }: { client: OpenAI }) => (
  <Picker fallback={client ? "gpt-4o" : "gpt-4.1"}> // expect: model gpt-4o provider=openai ; model gpt-4.1 provider=openai
    <option value="gpt-4o-mini">small</option> // expect: model gpt-4o-mini provider=openai
    <Text title="about gpt-4-turbo and others" /> // ok: prose
  </Picker>
);
