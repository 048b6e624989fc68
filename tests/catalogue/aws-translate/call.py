import boto3

translate = boto3.client("translate")
translate.translate_text(Text="Hello", SourceLanguageCode="en", TargetLanguageCode="de")
