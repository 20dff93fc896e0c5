package org.postpurchase.brand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Whether text of one colour can be read on another, as WCAG 2.2 measures it: 4.5 to 1 at the
 * least.
 */
public final class Contrast {
  /** The least ratio for text of any size. */
  public static final double LEAST = 4.5;

  private Contrast() {}

  /** Colours that meet in a mail; names are message keys too. */
  public enum Pair {
    BUTTON("onAccent", p -> p.onAccent, p -> p.accent),
    LINK("accent", p -> p.accent, p -> p.card),
    TEXT("ink", p -> p.ink, p -> p.card),
    TEXT_OUTSIDE("ink", p -> p.ink, p -> p.ground),
    SMALL_PRINT("soft", p -> p.soft, p -> p.card),
    SMALL_PRINT_OUTSIDE("soft", p -> p.soft, p -> p.ground);

    private final String field;
    private final Function<Palette, String> above;
    private final Function<Palette, String> below;

    Pair(String field, Function<Palette, String> above, Function<Palette, String> below) {
      this.field = field;
      this.above = above;
      this.below = below;
    }

    /** Which colour of the palette is the one above, as the palette's field is called. */
    public String field() {
      return field;
    }

    /** A colour for it that can be read: as near to what it is as possible. */
    public String cure(Palette palette) {
      String under = below.apply(palette);
      if (this != BUTTON) {
        return readable(above.apply(palette), under);
      }
      return Contrast.ratio("#ffffff", under) >= LEAST ? "#ffffff" : "#000000";
    }

    /** From 1 for no contrast to 21 for black on white. */
    public double ratio(Palette palette) {
      return Contrast.ratio(above.apply(palette), below.apply(palette));
    }
  }

  /** The pairs that cannot be read well enough; empty when all can. */
  public static List<Pair> failing(Palette palette) {
    List<Pair> failing = new ArrayList<>();
    for (Pair pair : Pair.values()) {
      if (pair.ratio(palette) < LEAST) {
        failing.add(pair);
      }
    }
    return Collections.unmodifiableList(failing);
  }

  /** From 1 to 21, the same both ways round. */
  public static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** The colour itself where it can be read on {@code below}, else as little changed as needed. */
  static String readable(String colour, String below) {
    String end = luminance(below) < 0.18 ? "#ffffff" : "#000000";
    for (int percent = 0; percent < 100; percent += 4) {
      String mixed = mixed(colour, end, percent);
      if (ratio(mixed, below) >= LEAST) {
        return mixed;
      }
    }
    return end;
  }

  /** So many percent of {@code other} in the colour. */
  static String mixed(String colour, String other, int percent) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int a = Integer.parseInt(colour.substring(at, at + 2), 16);
      int b = Integer.parseInt(other.substring(at, at + 2), 16);
      mixed.append(String.format("%02x", (a * (100 - percent) + b * percent + 50) / 100));
    }
    return mixed.toString();
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
