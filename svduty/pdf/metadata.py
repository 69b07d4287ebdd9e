"""What the document says about itself in XMP (ISO 16684-1): that it follows PDF/A-3a, and PDF/UA-1 as well."""

import re

import pikepdf
from pikepdf import Name

RDF_END = "</rdf:RDF>"
# PDF/A takes only the names it knows (ISO 19005-3, 6.6.2.3), so the mark of PDF/UA comes with a description of itself.
UA_MARK = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


# What the engine writes to say that the document follows PDF/A-3a.
A_MARK = re.compile(r"<rdf:Description\b[^>]*pdfaid:part=.*?(?:/>|</rdf:Description>)", re.DOTALL)


def claim_both_standards(pdf: pikepdf.Pdf) -> None:
    """Add the mark of PDF/UA-1 to the metadata, in one block, and keep them legible: PDF/A takes no compressed ones."""
    text = pdf.Root.Metadata.read_bytes().decode()
    before, end, after = text.rpartition(RDF_END)
    if not end or not re.search(r'pdfaid:part="3"', text):
        raise ValueError("The engine wrote no metadata of PDF/A-3 to add to.")
    _write(pdf, f"{before}{UA_MARK}{end}{after}")


def claim_no_standard(pdf: pikepdf.Pdf) -> None:
    """Take out of the metadata what the engine claims. Raises ValueError if a claim is left."""
    text = A_MARK.sub("", pdf.Root.Metadata.read_bytes().decode())
    if "pdfaid" in re.sub(r'xmlns:\w+="[^"]*"', "", text):
        raise ValueError("The claim of PDF/A-3 could not be taken out.")
    _write(pdf, text)


def _write(pdf: pikepdf.Pdf, text: str) -> None:
    stream = pdf.make_stream(text.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
