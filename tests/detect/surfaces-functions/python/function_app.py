import azure.functions as func
from openai import OpenAI  # expect: use openai import

app = func.FunctionApp()
client = OpenAI()


def ask(text):
    # expect: flow openai user-content; model gpt-4o provider=openai
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])


# expect: surface chat route http route=/chat
@app.route(route="chat", methods=["POST"])
def answer(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(ask(req.get_json()["question"]))


@app.queue_trigger(arg_name="msg", queue_name="chat", connection="Storage")
def work(msg: func.QueueMessage) -> None:
    ask(msg.get_body())
