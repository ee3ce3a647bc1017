"""The tree written into the file: structure elements, parent tree and names (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from everyway.tagging.nodes import Area, Node, Run
from everyway.tagging.objects import Array, Dictionary, Pdf, PdfText


def write(pdf: Pdf, order: Sequence[Node], pages: int) -> None:
    """Write the nodes of a finished tree, the document first, into a file of so many pages."""
    references = pdf.page_references
    root = Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(root)
    made: dict[Node, Dictionary] = {}
    for node in order:
        made[node] = Dictionary({"Type": "/StructElem", "S": f"/{node.role}"})
        pdf.add_object(made[node])
    owners: list[dict[int, bytes]] = [{} for _ in range(pages)]
    areas: list[tuple[Area, bytes]] = []
    for node in order:
        thing = made[node]
        thing["P"] = made[node.parent].reference if node.parent is not None else root.reference
        page = _page(node)
        if page is not None:
            thing["Pg"] = references[page]
        _describe(thing, node)
        thing["K"] = kids = Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(made[kid].reference)
            elif isinstance(kid, Run):
                owners[kid.page][kid.mcid] = thing.reference
                kids.append(kid.mcid if kid.page == page else _content(kid, references))
            else:
                areas.append((kid, thing.reference))
                kids.append(Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": references[kid.page]}))
    root["K"] = Array([made[order[0]].reference])
    root["ParentTree"] = _parent_tree(pdf, owners, areas)
    root["ParentTreeNextKey"] = pages + len(areas)
    named = sorted((node.identifier, made[node].reference) for node in order if node.identifier)
    if named:
        root["IDTree"] = _names(pdf, named)
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = Dictionary({"DisplayDocTitle": "true"})


def drop_annotations(pdf: Pdf, dropped: set[bytes]) -> None:
    """Take annotations out of a file. They are emptied, not marked free: Poppler would lose the tree."""
    if not dropped:
        return
    for reference in pdf.page_references:
        page = pdf.objects[_number(reference)]
        annotations = page.get("Annots")
        if isinstance(annotations, list):
            annotations[:] = [one for one in annotations if one not in dropped]
            if not annotations:
                del page["Annots"]
    for reference in dropped:
        pdf.objects[_number(reference)].clear()


def _describe(thing: Dictionary, node: Node) -> None:
    """Write what a node says of itself (14.9, tables 323 and 327)."""
    for name, value in (("T", node.title), ("Alt", node.alt), ("E", node.expansion), ("ID", node.identifier)):
        if value:
            thing[name] = PdfText(value)
    if node.parent is not None and node.language != node.parent.language:
        thing["Lang"] = PdfText(node.language)
    attributes = [Dictionary({"O": f"/{owner}", **values}) for owner, values in node.attributes.items()]
    if attributes:
        thing["A"] = attributes[0] if len(attributes) == 1 else Array(attributes)


def _content(run: Run, references: Sequence[bytes]) -> Dictionary:
    return Dictionary({"Type": "/MCR", "Pg": references[run.page], "MCID": run.mcid})


def _parent_tree(pdf: Pdf, owners: list[dict[int, bytes]], areas: list[tuple[Area, bytes]]) -> bytes:
    """Write which element each piece of content, and each annotation, belongs to (14.7.4.4)."""
    numbers: Array = Array()
    for page, mine in enumerate(owners):
        numbers.append(page)
        numbers.append(Array(mine.get(mcid, "null") for mcid in range(max(mine, default=-1) + 1)))
    for key, (area, owner) in enumerate(areas, start=len(owners)):
        area.annotation["StructParent"] = key
        numbers.append(key)
        numbers.append(owner)
    tree = Dictionary({"Nums": numbers})
    pdf.add_object(tree)
    return tree.reference


def _names(pdf: Pdf, named: list[tuple[str, bytes]]) -> Dictionary:
    """Write the names of elements, sorted as a name tree must be (7.9.6)."""
    names: Array = Array()
    for name, reference in named:
        names.append(PdfText(name))
        names.append(reference)
    leaf = Dictionary({"Names": names, "Limits": Array([PdfText(named[0][0]), PdfText(named[-1][0])])})
    pdf.add_object(leaf)
    return Dictionary({"Kids": Array([leaf.reference])})


def _page(node: Node) -> int | None:
    """Give the page an element begins on: that of its own first content, else of the first in its kids."""
    for kid in node.kids:
        if not isinstance(kid, Node):
            return kid.page
    for kid in node.nodes():
        page = _page(kid)
        if page is not None:
            return page
    return None


def _number(reference: bytes) -> int:
    return int(reference.partition(b" ")[0])
