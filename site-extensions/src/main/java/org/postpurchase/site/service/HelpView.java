package org.postpurchase.site.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.service.CaseKind;

/** The page on which a buyer reports a problem. Getters for page templates. */
final class HelpView extends PageView {
  public final List<Choice> kinds = new ArrayList<>();
  public final List<Choice> lines = new ArrayList<>();
  private String typed = "";
  private boolean questions;

  private HelpView(ServiceWords words, Locale locale, String heading, String intro, boolean form) {
    super(words, locale, heading, intro, form);
  }

  static HelpView problem(String name, Locale locale, ServiceWords words) {
    return new HelpView(
        words,
        locale,
        words.of("Help_Heading_" + name, locale),
        words.of("Help_Text_" + name, locale, words.shop.name),
        false);
  }

  static HelpView of(OrderSnapshot order, String kind, String line, ServiceWords words) {
    HelpView view =
        new HelpView(
            words,
            order.locale,
            words.of("Help_Heading", order.locale),
            words.of("Help_Intro", order.locale, order.number),
            true);
    for (CaseKind each :
        new CaseKind[] {CaseKind.LATE, CaseKind.MISSING, CaseKind.DAMAGED, CaseKind.COMPLAINT}) {
      view.kinds.add(
          new Choice(
              each.name(), words.of("Kind_" + each, order.locale), each.name().equals(kind)));
    }
    for (OrderLine each : order.lines) {
      String id = String.valueOf(each.lineId);
      view.lines.add(new Choice(id, each.name, id.equals(line)));
    }
    return view;
  }

  /** Leads to the page of questions too. */
  HelpView withQuestions(boolean there) {
    questions = there;
    return this;
  }

  /** Whether the shop has a page of questions and answers. */
  public boolean isQuestions() {
    return questions;
  }

  HelpView typed(String text) {
    typed = text;
    return this;
  }

  public String getTyped() {
    return typed;
  }

  /** Something that can be chosen. */
  public static final class Choice {
    public final String value;
    public final String label;
    public final boolean chosen;

    Choice(String value, String label, boolean chosen) {
      this.value = value;
      this.label = label;
      this.chosen = chosen;
    }
  }
}
