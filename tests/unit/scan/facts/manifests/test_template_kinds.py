import pytest

from aigov.scan.facts.manifests.readers import kind_of


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("infra/install.tftpl", "template"),
        ("deploy/values.yaml.example", "template"),
        ("views/page.hbs", None),
        ("views/index.mustache", None),
        ("config.yaml.sample", "settings"),
        (".env.example", "env"),
    ],
)
def test_scripts_and_samples_of_deployments_are_templates_and_pages_are_not(path: str, kind: str | None) -> None:
    assert kind_of(path) == kind
