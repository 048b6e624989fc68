from rasa_sdk import Action


class ActionHello(Action):
    def name(self):
        return "action_hello"
