package org.postpurchase.review.pictures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a camera was held, by the orientation that it notes in a JPEG (Exif, tag 0x0112). Phones note
 * it instead of turning the picture; once the notes are gone, it would lie on its side.
 */
final class Orientation {
  private static final int TAG = 0x0112;
  private static final int LONG = 4;

  /** 1 to 8 as Exif counts; 1 is upright. */
  private final int value;

  private Orientation(int value) {
    this.value = value;
  }

  /** Upright for anything that does not say otherwise, or says it in a way that is broken. */
  static Orientation of(byte[] jpeg) {
    try {
      int at = 2;
      while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
        int marker = jpeg[at + 1] & 0xFF;
        if (marker == 0xFF) { // any number of these may stand before a marker
          at++;
          continue;
        }
        int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
        if (marker == 0xE1 && isExif(jpeg, at + 4)) {
          return new Orientation(tag(jpeg, at + 10, at + 2 + length));
        }
        if (marker == 0xDA || length < 2) {
          break; // the picture itself begins
        }
        at += 2 + length;
      }
    } catch (IndexOutOfBoundsException broken) {
      return new Orientation(1);
    }
    return new Orientation(1);
  }

  private static boolean isExif(byte[] b, int at) {
    return b[at] == 'E' && b[at + 1] == 'x' && b[at + 2] == 'i' && b[at + 3] == 'f';
  }

  private static int tag(byte[] b, int tiff, int end) {
    boolean little = b[tiff] == 'I';
    int directory = tiff + number(b, tiff + 4, 4, little);
    int entries = number(b, directory, 2, little);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > end) {
        return 1;
      }
      if (number(b, entry, 2, little) == TAG) {
        boolean isLong = number(b, entry + 2, 2, little) == LONG;
        int found = number(b, entry + 8, isLong ? 4 : 2, little);
        return found >= 1 && found <= 8 ? found : 1;
      }
    }
    return 1;
  }

  private static int number(byte[] b, int at, int bytes, boolean little) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | b[at + (little ? bytes - 1 - i : i)] & 0xFF;
    }
    return value;
  }

  BufferedImage turn(BufferedImage picture) {
    if (value == 1) {
      return picture;
    }
    int w = picture.getWidth();
    int h = picture.getHeight();
    boolean onItsSide = value >= 5;
    BufferedImage turned =
        new BufferedImage(onItsSide ? h : w, onItsSide ? w : h, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = turned.createGraphics();
    g.drawImage(picture, way(w, h), null);
    g.dispose();
    return turned;
  }

  private AffineTransform way(int w, int h) {
    switch (value) {
      case 2:
        return new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3:
        return new AffineTransform(-1, 0, 0, -1, w, h);
      case 4:
        return new AffineTransform(1, 0, 0, -1, 0, h);
      case 5:
        return new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6:
        return new AffineTransform(0, 1, -1, 0, h, 0);
      case 7:
        return new AffineTransform(0, -1, -1, 0, h, w);
      default:
        return new AffineTransform(0, -1, 1, 0, 0, w);
    }
  }
}
