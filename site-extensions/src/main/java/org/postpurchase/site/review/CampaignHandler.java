package org.postpurchase.site.review;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.Campaigns;
import org.postpurchase.campaign.Entry;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.ShownText;
import org.postpurchase.site.SitePath;
import org.springframework.web.HttpRequestHandler;

/**
 * A campaign's page. GET and HEAD show it and change nothing; POST takes a photo or an entry. A
 * body is read only while the campaign takes something.
 */
final class CampaignHandler implements HttpRequestHandler {
  static final String PAGE = "/post-purchase/campaign/";

  /** As Spring writes it. */
  static final String PATTERN = PAGE + "**";

  private static final long BODY_MAX = 16L * 1024 * 1024;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;
  private static final Pattern PATH =
      Pattern.compile(Pattern.quote(PAGE) + "(" + Campaign.CODE.pattern() + ")/?");

  private final Campaigns campaigns;
  private final PhotoMaker maker;
  private final ReviewWords words;
  private final ReviewWriter writer;

  public CampaignHandler(
      Campaigns campaigns, PhotoMaker maker, ReviewWords words, ReviewWriter writer) {
    this.campaigns = campaigns;
    this.maker = maker;
    this.words = words;
    this.writer = writer;
  }

  /** Whether the request is for a campaign's page, which needs neither session nor cart. */
  static boolean isPage(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReviewWriter.protect(response);
    Locale locale = words.asked(request);
    Matcher m = PATH.matcher(SitePath.of(request));
    String code = m.matches() ? m.group(1) : "";
    Optional<Campaign> campaign = code.isEmpty() ? Optional.empty() : campaigns.visible(code);
    if (!campaign.isPresent()) {
      response.setHeader("Connection", "close");
      show(new CampaignView(null, false, locale, words), 404, request, response);
      return;
    }
    if ("POST".equals(request.getMethod())) {
      post(campaign.get(), locale, request, response);
      return;
    }
    CampaignView view = view(campaign.get(), locale);
    String done = request.getParameter("done");
    if ("photo".equals(done) || "entry".equals(done)) {
      view.said("Campaign_Done_" + done, false);
    }
    show(view, 200, request, response);
  }

  private CampaignView view(Campaign campaign, Locale locale) {
    CampaignView view = new CampaignView(campaign, campaigns.isOpen(campaign), locale, words);
    return campaign.draw.drawnAt == null
        ? view
        : view.drawn(campaigns.entries(campaign), campaigns.winningNumbers(campaign));
  }

  private void post(
      Campaign campaign, Locale locale, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean tooLong = request.getContentLength() > BODY_MAX || request.getContentLength() < 0;
    if (tooLong || !campaigns.isOpen(campaign)) {
      response.setHeader("Connection", "close");
      String why = tooLong ? "Campaign_TooLarge" : "Campaign_Over";
      int status = tooLong ? TOO_LARGE : UNPROCESSABLE;
      show(view(campaign, locale).said(why, true), status, request, response);
      return;
    }
    Submission sent = Submission.read(request, maker);
    CampaignView view = view(campaign, locale).typed(sent);
    EmailAddress email;
    try {
      email = EmailAddress.of(sent.text("email"));
    } catch (InvalidEmailAddressException e) {
      show(view.said("Campaign_NoAddress", true), UNPROCESSABLE, request, response);
      return;
    }
    if (sent.text("terms").isEmpty()) {
      show(view.said("Campaign_NoConsent", true), UNPROCESSABLE, request, response);
      return;
    }
    Entry.Person person = new Entry.Person(email, 0, locale);
    boolean isPhoto = "photo".equals(sent.text("do"));
    if (isPhoto && sent.photos.isEmpty()) {
      show(view.problem(refusal(sent, locale)), UNPROCESSABLE, request, response);
      return;
    }
    Campaigns.Outcome outcome =
        isPhoto ? upload(campaign, person, sent, locale) : campaigns.enter(campaign.code, person);
    if (outcome == Campaigns.Outcome.DONE || outcome == Campaigns.Outcome.NOTHING_TO_DO) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location", request.getRequestURI() + "?done=" + (isPhoto ? "photo" : "entry"));
      return;
    }
    String why = outcome == Campaigns.Outcome.TOO_MANY ? "Campaign_TooMany" : "Campaign_Over";
    show(view.said(why, true), UNPROCESSABLE, request, response);
  }

  private Campaigns.Outcome upload(
      Campaign campaign, Entry.Person person, Submission sent, Locale locale) {
    Photo photo = sent.photos.get(0);
    return campaigns.upload(
        campaign.code,
        person,
        photo,
        sent.text("nickname"),
        sent.text("body"),
        CampaignView.consent(words, locale));
  }

  private String refusal(Submission sent, Locale locale) {
    return sent.refused.entrySet().stream()
        .findFirst()
        .map(e -> words.of("Photo_" + e.getValue(), locale, ShownText.line(e.getKey(), 60)))
        .orElseGet(() -> words.of("Campaign_NoPhoto", locale));
  }

  private void show(
      CampaignView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(view, status, request, response);
  }
}
