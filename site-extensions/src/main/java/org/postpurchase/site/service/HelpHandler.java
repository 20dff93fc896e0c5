package org.postpurchase.site.service;

import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.content.ChooseContent;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.service.ReportProblem;
import org.postpurchase.site.PageRenderer;

/** "Late, missing or damaged?": what a buyer reports about an order, behind its link. */
final class HelpHandler extends TokenPage {
  private final ServiceParts parts;
  private final ContentLibrary library;

  public HelpHandler(
      ServiceParts parts, ContentLibrary library, ServiceWords words, PageRenderer renderer) {
    super(words, renderer, "post-purchase/help");
    this.parts = parts;
    this.library = library;
  }

  private boolean hasQuestions(OrderSnapshot order) {
    return !new ChooseContent(library.entries(), order.locale).questions().isEmpty();
  }

  @Override
  Answer get(String token, HttpServletRequest request) {
    long order = parts.caseLinks.read(token);
    boolean done = "done".equals(request.getQueryString());
    Optional<OrderSnapshot> open = parts.report.open(order);
    if (!open.isPresent()) {
      return Answer.show(problem("CLOSED", words.asked(request)), 404);
    }
    boolean posts = "POST".equals(request.getMethod());
    return Answer.show(
        done && !posts
            ? problem("DONE", open.get().locale)
            : HelpView.of(open.get(), "", "", words).withQuestions(hasQuestions(open.get())),
        HttpServletResponse.SC_OK);
  }

  @Override
  Answer post(String token, HttpServletRequest request) {
    long order = parts.caseLinks.read(token);
    String kind = field(request, "kind");
    String line = field(request, "line");
    String typed = field(request, "words");
    long lineId = line.matches("\\d{1,18}") ? Long.parseLong(line) : 0;
    ReportProblem.Outcome outcome = parts.report.report(order, kind, lineId, typed);
    Optional<OrderSnapshot> open = parts.report.open(order);
    if (outcome == ReportProblem.Outcome.CLOSED || !open.isPresent()) {
      return Answer.show(problem("CLOSED", words.asked(request)), 404);
    }
    if (outcome == ReportProblem.Outcome.SAVED || outcome == ReportProblem.Outcome.REPEATED) {
      return Answer.next("done");
    }
    return Answer.show(
        HelpView.of(open.get(), kind, line, words)
            .typed(typed)
            .because(outcome.name(), ReportProblem.WORDS_MAX),
        UNPROCESSABLE);
  }

  @Override
  PageView problem(String name, Locale locale) {
    return HelpView.problem(name, locale, words);
  }
}
