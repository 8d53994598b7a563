package org.kituo.server.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DigitGroupSeparator;

/** The colours, letters and numbers of all pictures; those of the web application. */
final class Look {
  static final Color TEXT = new Color(0x212934);
  static final Color QUIET = new Color(0x4a5768);
  static final Color LINE = new Color(0xe3e8ee);
  static final Color HEAD = new Color(0xf3f5f7);

  /** What maps without colours of their own go through, from low to high. */
  static final String SCALE = "#ffffd4,#fed98e,#fe9929,#d95f0e,#993404";

  private static final List<Color> PALETTE =
      List.of(
          new Color(0x1d6fb8),
          new Color(0xc4570a),
          new Color(0x2b8a5b),
          new Color(0x8a3f9e),
          new Color(0xb8860b),
          new Color(0xc2335a),
          new Color(0x4a6274),
          new Color(0x7a8b1f),
          new Color(0x0f8b9d),
          new Color(0x7a4b2a));

  private Look() {}

  /** The colour of a series. */
  static Color series(int index) {
    return PALETTE.get(index % PALETTE.size());
  }

  /** A colour as stored, such as {@code #ffcc00}. */
  static Color color(@Nullable String text, Color otherwise) {
    try {
      return text == null ? otherwise : Color.decode(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Black or white, whichever can be read on a colour. */
  static Color on(Color color) {
    double light = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    return light > 140 ? TEXT : Color.WHITE;
  }

  static Font font(double size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
  }

  static Font bold(double size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
  }

  /** How numbers are written. */
  static NumberFormat numbers(@Nullable DigitGroupSeparator groups) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(groups == DigitGroupSeparator.COMMA ? ',' : '\u00a0');
    DecimalFormat format = new DecimalFormat("#,##0.##", symbols);
    format.setGroupingUsed(groups != DigitGroupSeparator.NONE);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** Short labels of axes: 12 k, 3.4 M. */
  static String brief(double value) {
    double size = Math.abs(value);
    double unit = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
    String name = unit == 1e9 ? " G" : unit == 1e6 ? " M" : unit == 1e3 ? " k" : "";
    return BigDecimal.valueOf(value / unit)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + name;
  }

  /** Writes a line of text, shortened to a width; x is its left edge, its middle or its right. */
  static void write(Graphics2D on, String text, double x, double y, double width, double align) {
    FontMetrics metrics = on.getFontMetrics();
    String shown = text;
    while (shown.length() > 1 && metrics.stringWidth(shown) > width) {
      shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)) + "…";
    }
    on.drawString(shown, (float) (x - align * metrics.stringWidth(shown)), (float) y);
  }

  /** Text in lines of a width. */
  static List<String> lines(Graphics2D on, String text, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n")) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+")) {
        if (!line.isEmpty() && on.getFontMetrics().stringWidth(line + " " + word) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
