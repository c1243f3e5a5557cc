"""What colours a page has, as Chromium computes them."""

COLOURS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const mixed = (colour, below) => {
    canvas.globalCompositeOperation = "copy";
    canvas.fillStyle = below;
    canvas.fillRect(0, 0, 1, 1);
    canvas.globalCompositeOperation = "source-over";
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join(" ")})`;
  };
  window.luminance = colour => {
    const [red, green, blue] = colour.match(/[0-9.]+/g).map(Number)
      .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  window.ground = element => {
    const colours = [];
    for (let one = element; one; one = one.parentElement) colours.push(getComputedStyle(one).backgroundColor);
    const probe = document.createElement("i");
    probe.style.color = "Canvas";
    document.body.append(probe);
    const lowest = getComputedStyle(probe).color;
    probe.remove();
    return colours.reduceRight((below, colour) => mixed(colour, below), lowest);
  };
  window.contrast = (colour, below) => {
    const [light, dark] = [luminance(mixed(colour, below)), luminance(mixed(below, below))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
}"""
"""Defines, in the page, ``ground(element)``, the colour behind an element's text; ``luminance(colour)`` and ``contrast(colour, ground)`` are those of WCAG 2.2."""
