package org.kituo.server.picture;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** The formats of pictures. */
enum PictureFormat {
  PNG("png", "image/png") {
    @Override
    void write(List<Drawing> pages, int width, int height, OutputStream out) throws IOException {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D on = image.createGraphics();
      draw(pages.getFirst(), on, width, height);
      on.dispose();
      ImageIO.write(image, "png", out);
    }
  },
  SVG("svg", "image/svg+xml") {
    @Override
    void write(List<Drawing> pages, int width, int height, OutputStream out) throws IOException {
      SVGGraphics2D on = new SVGGraphics2D(empty());
      on.setSVGCanvasSize(new Dimension(width, height));
      draw(pages.getFirst(), on, width, height);
      on.stream(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
  },
  /** Letters are drawn as shapes, as the letters built into readers know Latin scripts alone. */
  PDF("pdf", "application/pdf") {
    @Override
    void write(List<Drawing> pages, int width, int height, OutputStream out) {
      Document document = new Document(new Rectangle(width, height), 0, 0, 0, 0);
      PdfWriter writer = PdfWriter.getInstance(document, out);
      document.open();
      for (Drawing page : pages) {
        document.newPage();
        PdfContentByte content = writer.getDirectContent();
        Graphics2D on = content.createGraphicsShapes(width, height);
        draw(page, on, width, height);
        on.dispose();
      }
      document.close();
    }
  };

  private final String suffix;
  private final String mediaType;

  PictureFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** The end of paths and of names of files. */
  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  /** Writes pages; formats without pages take the first. Width and height are in pixels. */
  abstract void write(List<Drawing> pages, int width, int height, OutputStream out)
      throws IOException;

  private static void draw(Drawing drawing, Graphics2D on, int width, int height) {
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    on.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    on.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    on.setColor(Color.WHITE);
    on.fill(new Rectangle2D.Double(0, 0, width, height));
    drawing.draw(on, width, height);
  }

  private static org.w3c.dom.Document empty() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument("http://www.w3.org/2000/svg", "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
