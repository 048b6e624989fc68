class Settings:
    lm_studio_url: str = Field(
        default="http://localhost:1234/v1",  # expect: use lmstudio http ; endpoint http://localhost:1234/v1 provider=lmstudio
    )
    other_server_for_the_shop_of_the_company = 1
    some_further_setting_of_this_very_program = 2
    shop_url = "http://localhost:1234/shop"  # ok: a port that any program may use
