<p>OpenAI</p>
<script>
// ok: nothing is asked
fetch("/orders?from=" + <?= $id ?>);
</script>
