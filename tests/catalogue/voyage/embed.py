import voyageai

vo = voyageai.Client()
vo.embed(["hello"], model="voyage-3.5", input_type="document")
