package org.kituo.server.picture;

import java.awt.Graphics2D;

/** What can be drawn into a box of any size; the upper left corner is the origin. */
@FunctionalInterface
interface Drawing {
  void draw(Graphics2D on, double width, double height);
}
