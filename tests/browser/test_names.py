"""Names that objects inherit something by are names like others, and no range is too wide or too narrow to be drawn."""

from urllib.parse import quote

from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader, reading

INHERITED = (
    "constructor*x",
    "toString + valueOf*x",
    "hasOwnProperty^2",
    "length*name",
    "valueOf = x^2; toString = valueOf*isPrototypeOf; toString + valueOf",
    "toString(constructor) = constructor^2; toString(3)*x",
)
GIVEN = (
    "at=constructor:3,__proto__:2,valueOf:2&range=__proto__:0:1,constructor:-4:4,hasOwnProperty:-4:4,toString:-4:4"
    "&wrt=constructor&fold=valueOf&open=toString"
)
RANGES = (
    "range=x:-1e308:1e308",
    "range=__proto__:0:1",
    "range=x:0:5e-324",
    "range=x:1e308:1.1e308",
    "range=x:1:1.0000000000000002",
    "at=x:1.7e308",
    "at=x:-1e308&range=x:-1e308:0&seed=1e308",
)
# Places in a picture that are none, and words of a program in the text of the page.
WRONG = """() => {
    const roots = [document, document.querySelector("kuroaka-figure").shadowRoot];
    const drawn = roots.flatMap(root => [...root.querySelectorAll("svg *, [role=slider], input[type=range]")]);
    const places = drawn.flatMap(part => [...part.attributes]).filter(({ name }) => !/^(data|aria)-.*/.test(name));
    const wrong = places.filter(({ value }) => /NaN|Infinity|undefined/.test(value));
    return [
        ...wrong.map(({ name, value }) => `${name}=${value}`),
        ...document.querySelector("main").innerText.match(/undefined|.object .*|.*native code/g) ?? [],
    ];
}"""


def assert_sound(reader: Reader, query: str) -> None:
    reader.open(f"?frame=99&{query}")
    expect(reader.page.locator(".curves-panel")).to_be_visible()
    reader.page.evaluate("() => document.querySelectorAll('details').forEach(details => { details.open = true; })")
    for node in reader.figure.evaluate("figure => figure.session.graph.nodes.map(({ id }) => id)"):
        reader.figure.evaluate("(figure, node) => figure.store.set({ node }, 'reader')", node)
        assert reader.page.evaluate(WRONG) == [], (query, node)
    assert reader.complaints == [], query


def test_inherited_names_are_names(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for expression in INHERITED:
            assert_sound(reader, f"expr={quote(expression)}&{GIVEN}")
        reader.open(f"?expr={quote(INHERITED[0])}&{GIVEN}")
        expect(reader.page.locator(".curves")).to_have_attribute("aria-valuemin", "-4")
        expect(reader.page.locator(".curves")).to_have_attribute("aria-valuenow", "3")
        assert reader.page.evaluate("Object.keys(Object.prototype)") == []


def test_every_range_can_be_drawn(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for given in RANGES:
            assert_sound(reader, f"expr={quote('x^3 + x*y')}&wrt=x&{given}")


def test_the_curve_goes_as_far_as_the_slider_of_a_link(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?expr=x*y&frame=2&range=x:-2:3&at=x:7")
        expect(reader.page.locator(".curves")).to_have_attribute("aria-valuemin", "-2")
        expect(reader.page.locator(".curves")).to_have_attribute("aria-valuemax", "7")
