class Prose
  TEXT = "We moved from OpenAI to our own people." # ok: prose

  def beta?(name)
    name.start_with?("gpt-4") # ok: a test of a part
  end

  def paint
    Chroma.paint("red") # ok: a library of colours
  end
end
