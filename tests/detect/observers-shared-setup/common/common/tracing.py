from traceloop.sdk import Traceloop  # expect: use traceloop import


def set_up_tracing() -> None:
    # expect: observer traceloop init on providers=openai unresolved=calls_in_worker_may_be_copied_too:_whether_it_is_switched_on_there_is_not_seen
    Traceloop.init(app_name="shop")
