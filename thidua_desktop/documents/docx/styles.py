"""The styles and settings of a formal paper in Word, by NĐ 30/2020/NĐ-CP. Knows no content.

Names of styles are Word's own where Word has one, so that its outline, its footnotes and its
dialogues work; what is special to us has a Vietnamese name.
"""

from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

BODY = "BodyText"
HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
RUN_IN = {1: "Heading1Char", 2: "Heading2Char", 3: "Heading3Char"}
TITLE, SUBJECT = "Title", "Subtitle"
FRAME, CELL, RULE = "Frame", "CellText", "RuleLine"
HEADER, FOOTER = "Header", "Footer"
NOTE, NOTE_MARK = "FootnoteText", "FootnoteReference"
RULED = "TableGrid"

SIZE, CELL_SIZE = 14.0, 13.0  # points


def restyle(document: Document) -> None:
    """Give *document* our styles and settings in place of those it came with."""
    document.styles.element[:] = list(parse_xml(f"<w:styles {nsdecls('w')}>{_STYLES}</w:styles>"))
    document.settings.element[:] = list(
        parse_xml(f"<w:settings {nsdecls('w')}>{_SETTINGS}</w:settings>")
    )


def _paragraph_style(
    style_id: str, name: str, properties: str = "", letters: str = "", relations: str = ""
) -> str:
    """Return a paragraph style; *letters* are its run properties, *relations* to other styles."""
    relations = relations or '<w:basedOn w:val="Normal"/>'
    custom = ' w:customStyle="1"' if style_id in (FRAME, CELL, RULE) else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{relations}'
        f"<w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _heading_styles(level: int) -> str:
    """Return a heading and the style of letters that stands for it where the text runs on."""
    return (
        _paragraph_style(
            HEADINGS[level],
            f"heading {level}",
            f'<w:keepNext/><w:spacing w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>',
            _BOLD,
            '<w:basedOn w:val="Normal"/><w:next w:val="BodyText"/>'
            f'<w:link w:val="{RUN_IN[level]}"/><w:uiPriority w:val="9"/>',
        )
        + f'<w:style w:type="character" w:customStyle="1" w:styleId="{RUN_IN[level]}">'
        f'<w:name w:val="Heading {level} Char"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:link w:val="{HEADINGS[level]}"/><w:rPr>{_BOLD}</w:rPr></w:style>'
    )


_BOLD = "<w:b/><w:bCs/>"


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_DEFAULTS = f"""
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"
              w:cs="Times New Roman"/>
    <w:color w:val="000000"/>{_size(28)}
    <w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:widowControl/>
    <w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>
  </w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
</w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
  </w:tblCellMar></w:tblPr></w:style>
"""

_TABLE_GRID = """
<w:style w:type="table" w:styleId="TableGrid">
  <w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>
    <w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>
    <w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/>
    <w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/>
  </w:tblBorders></w:tblPr></w:style>
"""

_NOTE_MARK = """
<w:style w:type="character" w:styleId="FootnoteReference">
  <w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>
  <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""

_CENTRED = '<w:jc w:val="center"/>'

_STYLES = "".join(
    (
        _DEFAULTS,
        _paragraph_style(
            BODY,
            "Body Text",
            '<w:spacing w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>',
        ),
        *(_heading_styles(level) for level in HEADINGS),
        _paragraph_style(
            TITLE, "Title", f'<w:keepNext/><w:spacing w:before="320"/>{_CENTRED}', _BOLD
        ),
        _paragraph_style(SUBJECT, "Subtitle", f"<w:keepNext/>{_CENTRED}", _BOLD),
        _paragraph_style(FRAME, "Khung văn bản", _CENTRED),
        _paragraph_style(
            CELL, "Chữ trong bảng", '<w:spacing w:before="50" w:after="50"/>', _size(26)
        ),
        _paragraph_style(
            RULE, "Đường kẻ", '<w:spacing w:before="40" w:line="80" w:lineRule="exact"/>', _size(4)
        ),
        _paragraph_style(HEADER, "header", _CENTRED),
        _paragraph_style(FOOTER, "footer", '<w:jc w:val="right"/>', _size(22)),
        _paragraph_style(NOTE, "footnote text", '<w:jc w:val="both"/>', _size(20)),
        _NOTE_MARK,
        _TABLE_GRID,
    )
)

_SETTINGS = """
<w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat>
  <w:doNotExpandShiftReturn/>
  <w:compatSetting w:name="compatibilityMode" w:val="15"
                   w:uri="http://schemas.microsoft.com/office/word"/>
</w:compat>
<w:themeFontLang w:val="vi-VN"/>
<w:decimalSymbol w:val=","/>
<w:listSeparator w:val=";"/>
"""
