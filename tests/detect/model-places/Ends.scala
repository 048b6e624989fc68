import io.cequence.openaiscala.service.OpenAIService // expect: use openai import

object Ends {
  case object Big extends Model("gpt-4o") // expect: model gpt-4o provider=openai
  def short = "gpt-4.1" // expect: model gpt-4.1 provider=openai
}
