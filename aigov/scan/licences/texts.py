"""Tell a licence by its text: the few that most packages use, and only where nothing was changed or added.

Words alone are compared, as the SPDX matching guidelines have it (SPDX specification 2.3, annex B): case, punctuation,
white space, titles and copyright notices do not count. One sentence more, and the text is that of no known licence.
"""

from __future__ import annotations

import hashlib
import re

LIMIT = 64 << 10
"""Bytes of the largest text that is looked at; the longest of the known ones has 17,000."""

_WORD = re.compile(r"[a-z0-9]+")
_NOT_COMPARED = frozenset(("http", "https", "www"))
_NOTICE = re.compile(
    r"[\W_]*(?:copyright\b(?! (?:notice|holder|owner)).*|\(c\) ?\d{4}.*|©.*|all rights reserved[\W_]*"
    r"|(?:the )?(?:mit|isc|expat|(?:new |modified |simplified )?bsd(?:[ -][23][ -]clause)?|[23][ -]clause bsd)"
    r"(?: \(\w+\))?(?: licen[cs]e)?(?: \(\w+\))?[\W_]*)",
    re.IGNORECASE,
)
_DIGESTS = {
    "cc6f21f6e922987f067ff417903a1ed6e803a931ec342c34273e14ead5febcb2": "Apache-2.0",
    "b59ad31436b35a95a00cff48e84c1f014339f59fac784c1935fc6f7dc34abf70": "MPL-2.0",
}
"""SHA-256 of the words of the terms, one space apart."""
_TERMS = re.compile(
    r"(?P<apache>apache license version 2 0 january 2004 .*? any such warranty or additional liability)(?: "
    r"(?P<rest>.*))?|(?P<mozilla>mozilla public license version 2 0 1 definitions .*)"
)
_APACHE_NOTICE = re.compile(
    r"(?:end of terms and conditions ?)?(?:appendix how to apply the apache license to your work .{300,700}? third "
    r"party archives )?(?:copyright .{1,150}? )?(?:licensed under the apache license version 2 0 the license you may "
    r"not use this file except in compliance with the license you may obtain a copy of the license at apache org "
    r"licenses license 2 0 unless required by applicable law or agreed to in writing software distributed under the "
    r"license is distributed on an as is basis without warranties or conditions of any kind either express or implied "
    r"see the license for the specific language governing permissions and limitations under the license)?"
)
_MIT = (
    "permission is hereby granted free of charge to any person obtaining a copy of this software and associated "
    "documentation files the software to deal in the software without restriction including without limitation the "
    "rights to use copy modify merge publish distribute sublicense and or sell copies of the software and to permit "
    "persons to whom the software is furnished to do so subject to the following conditions the above copyright "
    "notice and this permission notice(?: including the next paragraph)? shall be included in all copies or "
    "substantial portions of the software the software is provided as is without warranty of any kind express or "
    "implied including but not limited to the warranties of merchantability fitness for a particular purpose and non "
    "?infringement in no event shall the authors or copyright holders be liable for any claim damages or other "
    "liability whether in an action of contract tort or otherwise arising from out of or in connection with the "
    "software or the use or other dealings in the software"
)
_ISC = (
    "permission to use copy modify and or distribute this software for any purpose with or without fee is hereby "
    "granted provided that the above copyright notice and this permission notice appear in all copies the software is"
    " provided as is and the author disclaims all warranties with regard to this software including all implied "
    "warranties of merchantability and fitness in no event shall the author be liable for any special direct indirect"
    " or consequential damages or any damages whatsoever resulting from loss of use data or profits whether in an "
    "action of contract negligence or other tortious action arising out of or in connection with the use or "
    "performance of this software"
)
_BSD_BEGINS = (
    "redistribution and use in source and binary forms with or without modification are permitted provided that the "
    "following conditions are met (?:1 )?redistributions of source code must retain the above copyright notice this "
    "list of conditions and the following disclaimer (?:2 )?redistributions in binary form must reproduce the above "
    "copyright notice this list of conditions and the following disclaimer in the documentation and or other "
    "materials provided with the distribution "
)
_BSD_THIRD = (
    "(?:3 )?neither the names? of .{2,80}? nor the names of .{2,40}? may be used to endorse or promote products "
    "derived from this software without specific prior written permission "
)
_BSD_ENDS = (
    "this software is provided by the copyright holders and contributors as is and any express or implied warranties "
    "including but not limited to the implied warranties of merchantability and fitness for a particular purpose are "
    "disclaimed in no event shall the copyright (?:holder|owner|holders) or contributors be liable for any direct "
    "indirect incidental special exemplary or consequential damages including but not limited to procurement of "
    "substitute goods or services loss of use data or profits or business interruption however caused and on any "
    "theory of liability whether in contract strict liability or tort including negligence or otherwise arising in "
    "any way out of the use of this software even if advised of the possibility of such damage"
)
_SHORT = {
    "MIT": re.compile(_MIT),
    "ISC": re.compile(_ISC),
    "BSD-2-Clause": re.compile(_BSD_BEGINS + _BSD_ENDS),
    "BSD-3-Clause": re.compile(_BSD_BEGINS + _BSD_THIRD + _BSD_ENDS),
}


def recognize(text: str) -> str | None:
    """The SPDX id of a licence's text; None where it is none of the known ones, word for word."""
    if len(text) > LIMIT:
        return None
    if terms := _TERMS.fullmatch(_words(text)):
        if terms["rest"] and not _APACHE_NOTICE.fullmatch(terms["rest"]):
            return None  # more follows, such as the licences of what it bundles
        return _DIGESTS.get(hashlib.sha256((terms["apache"] or terms["mozilla"]).encode()).hexdigest())
    body = _words("\n".join(line for line in text.splitlines() if not _NOTICE.fullmatch(line.strip())))
    return next((id for id, form in _SHORT.items() if form.fullmatch(body)), None)


def _words(text: str) -> str:
    return " ".join(word for word in _WORD.findall(text.lower()) if word not in _NOT_COMPARED)
