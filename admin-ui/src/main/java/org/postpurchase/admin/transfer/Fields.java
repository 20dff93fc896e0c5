package org.postpurchase.admin.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.portable.PortableNode;

/** Reads the fields of an entry and collects what is wrong, each with its line. */
public final class Fields {
  private final Words words;
  private final Locale locale;
  private final List<String> problems = new ArrayList<>();

  public Fields(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  public List<String> problems() {
    return problems;
  }

  /**
   * @param key of words with the places {1} for the value and {2} for more
   */
  public void problem(PortableNode at, String key, Object... values) {
    problems.add(
        words.filled("PostPurchase_Transfer_Line", locale, at.line)
            + " "
            + words.filled(key, locale, values));
  }

  public void said(PortableNode at, String text) {
    problems.add(words.filled("PostPurchase_Transfer_Line", locale, at.line) + " " + text);
  }

  /** Refuses fields that there are none of, which are typing errors. */
  public void only(PortableNode node, String... known) {
    List<String> names = Arrays.asList(known);
    node.fields.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            problem(value, "PostPurchase_Transfer_UnknownField", name, String.join(", ", names));
          }
        });
  }

  public void number(PortableNode node, String... names) {
    for (String name : names) {
      PortableNode value = node.field(name);
      if (!value.isEmpty() && (!value.isText() || !value.text.matches("-?\\d{1,8}"))) {
        problem(value, "PostPurchase_Transfer_NoNumber", name, value);
      }
    }
  }

  public void yesOrNo(PortableNode node, String... names) {
    for (String name : names) {
      PortableNode value = node.field(name);
      if (!value.isEmpty() && (!value.isText() || !value.text.matches("true|false"))) {
        problem(value, "PostPurchase_Transfer_NoTruth", name, value);
      }
    }
  }

  public void text(PortableNode node, String name, int most) {
    PortableNode value = node.field(name);
    if (!value.isEmpty() && !value.isText()) {
      problem(value, "PostPurchase_Transfer_NoText", name);
    } else if (value.isText() && value.text.length() > most) {
      problem(value, "PostPurchase_Transfer_TooLong", name, most);
    } else if (value.isText() && value.text.indexOf('\0') >= 0) {
      problem(value, "PostPurchase_Transfer_NoText", name);
    }
  }

  public void required(PortableNode node, String name, int most) {
    if (node.field(name).isEmpty()) {
      problem(node, "PostPurchase_Transfer_Missing", name);
    } else {
      text(node, name, most);
    }
  }

  /** Null for none. Only after {@link #number} has found nothing. */
  public static Integer number(PortableNode node, String name) {
    String text = node.textOf(name);
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  public static int orZero(PortableNode node, String name) {
    Integer number = number(node, name);
    return number == null ? 0 : number;
  }

  public static boolean is(PortableNode node, String name) {
    return "true".equals(node.textOf(name));
  }

  public static String orNull(PortableNode node, String name) {
    String text = node.textOf(name);
    return text.isEmpty() ? null : text;
  }
}
