package org.postpurchase.site.preferences;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.OccasionParts;
import org.postpurchase.broadleaf.config.RestraintParts;
import org.postpurchase.click.ClickSwitch;
import org.postpurchase.interest.Interests;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.restraint.Preferences;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.seen.Known;
import org.postpurchase.sms.SmsChoices;
import org.postpurchase.tracking.LinkRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Shows the page on GET and HEAD, which change nothing, and saves on POST. The token is judged
 * before anything of a body is read; the answer to a POST is another request, so that a reload
 * sends nothing.
 */
final class PreferencesHandler implements HttpRequestHandler {
  private static final String TEMPLATE = "post-purchase/preferences";
  private static final String SAVED = "saved";
  private static final int UNPROCESSABLE = 422;
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(PreferencesHandler.class));

  private final Infrastructure base;
  private final RestraintParts restraint;
  private final OccasionParts occasions;
  private final ClickSwitch clicks;
  private final ShopTexts texts;
  private final PageRenderer renderer;
  private Interests interests;
  private SmsChoices sms;

  public PreferencesHandler(
      Infrastructure base,
      RestraintParts restraint,
      OccasionParts occasions,
      ClickSwitch clicks,
      ShopTexts texts,
      PageRenderer renderer) {
    this.base = base;
    this.restraint = restraint;
    this.occasions = occasions;
    this.clicks = clicks;
    this.texts = texts;
    this.renderer = renderer;
  }

  /** What people look at, which they may agree to here. */
  public void setInterests(Interests interests) {
    this.interests = interests;
  }

  /** Text messages are a choice too while the shop sends such. */
  public void setSms(SmsChoices choices) {
    sms = choices;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageRenderer.protect(response, POLICY);
    try {
      PreferenceLinks.Owner owner = restraint.links.read(PreferencesPath.token(request));
      if ("POST".equals(request.getMethod())) {
        post(owner, request, response);
      } else {
        boolean saved = SAVED.equals(request.getQueryString());
        show(view(owner).saved(saved), HttpServletResponse.SC_OK, request, response);
      }
    } catch (LinkRefusedException refused) {
      boolean expired = refused.problem == LinkRefusedException.Problem.EXPIRED;
      int status = expired ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_BAD_REQUEST;
      show(problem(expired ? "EXPIRED" : "TAMPERED", request), status, request, response);
    } catch (RuntimeException failure) {
      TROUBLE.error("not served", "a page of preferences could not be served", failure);
      show(problem("FAILED", request), 503, request, response);
    }
  }

  private void post(
      PreferenceLinks.Owner owner, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    Optional<MonthDay> birthday;
    try {
      birthday = birthday(request);
    } catch (DateTimeException noDay) {
      show(view(owner).typed(request).because("BIRTHDAY"), UNPROCESSABLE, request, response);
      return;
    }
    save(owner, request);
    saveBrowsing(owner, request, response);
    if (owner.customerId != 0 && birthday.isPresent()) {
      occasions.days.birthday(owner.customerId, birthday.get());
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getRequestURI() + "?" + SAVED);
  }

  private void save(PreferenceLinks.Owner owner, HttpServletRequest request) {
    PreferencesView seen = view(owner);
    Preferences.Choice choice =
        new Preferences.Choice()
            .advertising(has(request, "advertising"), seen.getAdvertisingText())
            .asked(has(request, "asked"))
            .weekly("weekly".equals(request.getParameter("often")))
            .interests(interests(request));
    if (clicks.isOn()) { // else the page does not ask
      choice.unmeasured(has(request, "unmeasured"));
    }
    String pause = request.getParameter("pause");
    if ("keep".equals(pause)) {
      choice.keepPause();
    } else {
      choice.pause("30".equals(pause) ? 30 : "90".equals(pause) ? 90 : 0);
    }
    restraint.preferences.save(owner.address.key(), choice, owner.locale.toLanguageTag());
    if (sms != null && has(request, "smsShown")) {
      sms.save(
          owner.address.key(),
          has(request, "sms"),
          seen.getSmsText(),
          owner.locale.toLanguageTag());
    }
  }

  /** Only what was asked: nothing is taken for a no while the question is not on the page. */
  private void saveBrowsing(
      PreferenceLinks.Owner owner, HttpServletRequest request, HttpServletResponse response) {
    PreferencesView seen = view(owner);
    if (!seen.isBrowsingAsked()) {
      return;
    }
    boolean yes = has(request, "browsing");
    interests.choose(
        owner.address.key(), yes, seen.getBrowsingText(), owner.locale.toLanguageTag());
    if (yes) {
      Known.keep(request, response, interests, owner.address.key());
    } else {
      Known.forget(request, response);
    }
  }

  private List<Long> interests(HttpServletRequest request) {
    String[] named = request.getParameterValues("interest");
    if (named == null) {
      return Collections.emptyList();
    }
    List<Long> known = new ArrayList<>();
    Map<Long, String> offered = categories();
    for (String id : named) {
      if (id.matches("\\d{1,18}") && offered.containsKey(Long.valueOf(id))) {
        known.add(Long.valueOf(id));
      }
    }
    return known;
  }

  private static boolean has(HttpServletRequest request, String box) {
    return request.getParameter(box) != null;
  }

  /** Empty when nothing was chosen. */
  private static Optional<MonthDay> birthday(HttpServletRequest request) {
    String day = request.getParameter("day");
    String month = request.getParameter("month");
    boolean nothing = day == null || month == null || (day.isEmpty() && month.isEmpty());
    if (nothing) {
      return Optional.empty();
    }
    if (!day.matches("\\d{1,2}") || !month.matches("\\d{1,2}")) {
      throw new DateTimeException("half a day");
    }
    return Optional.of(MonthDay.of(Integer.parseInt(month), Integer.parseInt(day)));
  }

  private Map<Long, String> categories() {
    return base.transactions.call(() -> restraint.categories.all());
  }

  private PreferencesView view(PreferenceLinks.Owner owner) {
    Preferences.State state = restraint.preferences.of(owner.address.key());
    return new PreferencesView(texts, base.shop, owner.locale)
        .of(owner, state)
        .browsing(interests.isAgreed(owner.address.key()), interests.isWanted())
        .clicks(clicks.isOn())
        .sms(sms == null ? Optional.empty() : sms.of(owner.address.key()))
        .categories(categories());
  }

  private PreferencesView problem(String name, HttpServletRequest request) {
    Locale asked =
        request.getHeader("Accept-Language") == null ? base.shop.locale : request.getLocale();
    return new PreferencesView(texts, base.shop, asked).problem(name);
  }

  private void show(
      PreferencesView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html =
        renderer.html(
            TEMPLATE, Collections.singletonMap("page", view), view.locale(), request, response);
    PageRenderer.send(html, "text/html", status, response);
  }
}
