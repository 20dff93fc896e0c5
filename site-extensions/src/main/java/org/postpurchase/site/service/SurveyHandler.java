package org.postpurchase.site.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.survey.AnswerSurvey;
import org.postpurchase.survey.SurveyPage;
import org.postpurchase.survey.SurveyRef;

/** A survey behind its link. A number in the address preselects, and sends nothing. */
final class SurveyHandler extends TokenPage {
  private final ServiceParts parts;

  public SurveyHandler(ServiceParts parts, ServiceWords words, PageRenderer renderer) {
    super(words, renderer, "post-purchase/survey");
    this.parts = parts;
  }

  @Override
  Answer get(String token, HttpServletRequest request) {
    SurveyRef ref = parts.surveyLinks.read(token);
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String number = query.matches("n0=\\d{1,2}") ? query.substring(3) : "";
    return page(ref, Collections.singletonList(new SurveyView.Sent(number, "")), request);
  }

  private Answer page(SurveyRef ref, List<SurveyView.Sent> sent, HttpServletRequest request) {
    Optional<SurveyPage> page = parts.surveyEngine.open().of(ref);
    if (!page.isPresent()) {
      return Answer.show(problem("CLOSED", words.asked(request)), 404);
    }
    return Answer.show(
        SurveyView.of(page.get(), page.get().order.locale, words, request.getRequestURI(), sent),
        HttpServletResponse.SC_OK);
  }

  @Override
  Answer post(String token, HttpServletRequest request) {
    SurveyRef ref = parts.surveyLinks.read(token);
    List<String> numbers = Arrays.asList(field(request, "n0"), field(request, "n1"));
    List<String> texts = Arrays.asList(field(request, "t0"), field(request, "t1"));
    AnswerSurvey.Outcome outcome = parts.surveyEngine.answer().answer(ref, numbers, texts);
    switch (outcome) {
      case SAVED:
      case ALREADY:
        return Answer.next("done");
      case CLOSED:
        return Answer.show(problem("CLOSED", words.asked(request)), 404);
      default:
        List<SurveyView.Sent> sent = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
          sent.add(new SurveyView.Sent(numbers.get(i), texts.get(i)));
        }
        PageView view = page(ref, sent, request).view;
        return Answer.show(view.because(outcome.name(), AnswerSurvey.TEXT_MAX), UNPROCESSABLE);
    }
  }

  @Override
  PageView problem(String name, Locale locale) {
    return SurveyView.problem(name, locale, words);
  }
}
