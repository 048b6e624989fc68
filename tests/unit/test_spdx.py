"""How licences are spelled, and what an expression offers."""

from __future__ import annotations

import time

import pytest

from aigov import spdx


@pytest.mark.parametrize(
    ("said", "spelled"),
    [
        ("apache-2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("The Apache Software License, Version 2.0", "Apache-2.0"),
        ("MIT License", "MIT"),
        ("The MIT License (MIT)", "MIT"),
        ("License :: OSI Approved :: MIT License", "MIT"),
        ("ISC License (ISCL)", "ISC"),
        ("3-Clause BSD License", "BSD-3-Clause"),
        ("Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"),
        ("Eclipse Public License v2.0", "EPL-2.0"),
        ("BSD Zero Clause License", "0BSD"),
        ("GPL-3.0", "GPL-3.0-only"),
        ("GPL-3.0+", "GPL-3.0-or-later"),
        ("GNU Lesser General Public License v3 or later (LGPLv3+)", "LGPL-3.0-or-later"),
        ("(MIT OR Apache-2.0)", "Apache-2.0 OR MIT"),
        ("apache-2.0  or\n mit", "Apache-2.0 OR MIT"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("LicenseRef-NVIDIA-SDK", "LicenseRef-NVIDIA-SDK"),
        ("http://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0"),
        ("https://opensource.org/license/mit/", "MIT"),
        ("https://licenses.nuget.org/BSD-3-Clause", "BSD-3-Clause"),
        ("https://spdx.org/licenses/EPL-2.0.html", "EPL-2.0"),
    ],
)
def test_what_means_one_licence_is_spelled_as_spdx_does(said: str, spelled: str) -> None:
    assert spdx.spell(said) == spelled
    assert spdx.is_spdx(spelled)


@pytest.mark.parametrize(
    "said",
    [
        *("BSD License", "Apache Software License", "GNU General Public License", "Python Software Foundation License"),
        *("llama3.2", "Proprietary", "Dual License", "MIT OR", "(MIT OR Foo)", "((((((", "Apache License (>= 2)"),
        *("https://example.com/MIT", "http://www.apache.org/licenses/", "MIT and more"),
    ],
)
def test_what_may_mean_several_stays_a_name(said: str) -> None:
    assert spdx.spell(said) == said
    assert not spdx.is_spdx(said)


@pytest.mark.parametrize(
    "said", ["x" * 100_000, "(" * 100_000, " AND ".join(["MIT"] * 50_000), "\n" * 100_000, "\0" * 9000]
)
def test_long_words_are_cut_and_cost_nothing(said: str) -> None:
    before = time.perf_counter()
    assert len(spdx.spell(said)) <= 300
    assert time.perf_counter() - before < 1


def test_a_vague_name_goes_where_a_precise_one_is_meant() -> None:
    assert spdx.settle(["BSD License", "BSD-3-Clause", "bsd-3-clause"]) == ["BSD-3-Clause"]
    assert spdx.settle(["BSD License", "MIT"]) == ["BSD License", "MIT"]
    assert spdx.settle(["BSD License"]) == ["BSD License"]


def test_options_are_the_ways_to_meet_all_of_them() -> None:
    assert spdx.options(["MIT"]) == [["MIT"]]
    assert spdx.options(["ISC AND (Apache-2.0 OR MIT)"]) == [["Apache-2.0", "ISC"], ["ISC", "MIT"]]
    assert spdx.options(["Apache-2.0 OR MIT", "ISC"]) == [["Apache-2.0", "ISC"], ["ISC", "MIT"]]
    assert spdx.options(["GPL-2.0-only WITH Classpath-exception-2.0"]) == [
        ["GPL-2.0-only WITH Classpath-exception-2.0"]
    ]
    assert spdx.options(["House terms OR so"]) == [["House terms OR so"]]


def test_more_ways_than_anybody_reads_are_one_name() -> None:
    ids = [
        "MIT",
        "ISC",
        "0BSD",
        "Zlib",
        "AAL",
        "AFL-3.0",
        "EPL-1.0",
        "EPL-2.0",
        "MPL-2.0",
        "CC0-1.0",
        "WTFPL",
        "BSL-1.0",
    ]
    ids += ["NCSA", "X11"]
    expression = " AND ".join(f"({one} OR {other})" for one, other in zip(ids[::2], ids[1::2], strict=True))
    assert spdx.options([expression]) == [[expression]]
