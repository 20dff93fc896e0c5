package org.postpurchase.site.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.postpurchase.review.ReviewForm;
import org.postpurchase.review.WriteProblem;
import org.postpurchase.review.WriteReview;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.ShownText;
import org.postpurchase.story.StoryUse;

/** Everything that the form's template shows, in one language. */
final class FormView {
  private final ReviewForm form;
  private final String problem;
  private final Locale locale;
  private final ReviewWords words;
  private final List<LineView> lines = new ArrayList<>();
  private String notice = "";
  private boolean failed;

  private FormView(ReviewForm form, String problem, Locale locale, ReviewWords words) {
    this.form = form;
    this.problem = problem;
    this.locale = locale;
    this.words = words;
    if (form != null) {
      form.lines.forEach(line -> lines.add(new LineView(form, line, words, locale)));
    }
  }

  static FormView of(ReviewForm form, ReviewWords words) {
    return new FormView(form, "", form.order.locale, words);
  }

  /** A page without a form, that says why. */
  static FormView problem(String why, Locale locale, ReviewWords words) {
    return new FormView(null, why, locale, words);
  }

  /** Says of each review where else it may be used, where the shop asks for that. */
  FormView rights(ReviewUses uses) {
    if (isRights()) {
      for (LineView each : lines) {
        if (each.getReviewId() != 0) {
          each.rights(uses.rights(each.getReviewId()), uses.isAsked(each.getReviewId()));
        }
      }
    }
    return this;
  }

  /** Whether buyers can let the shop use their reviews elsewhere. */
  public boolean isRights() {
    return form != null && form.settings.gallery;
  }

  /** What a buyer agrees to for that use, word for word. */
  static String sentence(StoryUse use, ReviewWords words, Locale locale) {
    return words.of("Rights_" + use, locale, words.shop.name);
  }

  public String getGallerySentence() {
    return sentence(StoryUse.GALLERY, words, locale);
  }

  public String getMailSentence() {
    return sentence(StoryUse.MAIL, words, locale);
  }

  /** Unfolds a line with so many stars, as a link in a mail may say. */
  FormView chosen(String line, String stars) {
    boolean known = stars != null && stars.matches("[1-5]");
    for (LineView each : lines) {
      if (known && each.isWritable() && String.valueOf(each.getId()).equals(line)) {
        each.choose(Integer.parseInt(stars));
      }
    }
    return this;
  }

  /** Says what the last press of a button did. */
  FormView saved(String what) {
    if ("stop".equals(what)
        || "resume".equals(what)
        || "withdrawn".equals(what)
        || "rights".equals(what)) {
      notice = words.of("Saved_" + what, locale);
    }
    for (LineView each : lines) {
      if (each.isReviewed() && String.valueOf(each.getId()).equals(what)) {
        each.saved();
      }
    }
    return this;
  }

  /** Says what is wrong with the whole request. */
  FormView failed(String why) {
    failed = true;
    notice = words.of("Problem_" + why, locale);
    return this;
  }

  /** Shows what was sent once more, with what is wrong with its photos. */
  FormView refused(Submission sent) {
    List<String> problems = new ArrayList<>();
    sent.refused.forEach(
        (name, why) -> problems.add(words.of("Photo_" + why, locale, ShownText.line(name, 60))));
    if (!problems.isEmpty() && !sent.photos.isEmpty()) {
      problems.add(words.of("ChooseAgain", locale));
    }
    return typed(sent, problems);
  }

  FormView because(WriteProblem why) {
    failed = true;
    String sentence =
        why == WriteProblem.VIDEO_NOT_ALLOWED
            ? words.of("Problem_" + why, locale, getVideoHosts())
            : words.of("Problem_" + why, locale, limit(why));
    for (LineView each : lines) {
      if (each.isProblem() || each.isOpen() && sentLine == each.getId()) {
        List<String> all = new ArrayList<>(each.getProblems());
        all.add(sentence);
        each.typed(sentBefore, all);
        return this;
      }
    }
    notice = sentence;
    return this;
  }

  private Submission sentBefore;
  private long sentLine;

  private FormView typed(Submission sent, List<String> problems) {
    failed = true;
    sentBefore = sent;
    sentLine = sent.number("line");
    for (LineView each : lines) {
      if (each.getId() == sentLine && each.isWritable()) {
        each.typed(sent, problems);
      }
    }
    return this;
  }

  private static int limit(WriteProblem why) {
    switch (why) {
      case NICKNAME_TOO_LONG:
        return WriteReview.NICKNAME_MAX;
      case TOO_MANY_PHOTOS:
        return WriteReview.PHOTOS_MAX;
      default:
        return WriteReview.TEXT_MAX;
    }
  }

  Locale locale() {
    return locale;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  /** One of our sentences. */
  public String text(String name) {
    return words.of(name, locale, words.shop.name);
  }

  /** Whether there is a form at all. */
  public boolean isForm() {
    return form != null;
  }

  public boolean isWritable() {
    return form != null && form.isWritable();
  }

  public String getHeading() {
    if (form == null) {
      return words.of("Heading_" + problem, locale);
    }
    return words.of(form.isWritable() ? "Heading" : "Heading_NOTHING", locale);
  }

  public String getIntro() {
    if (form == null) {
      return words.of("Text_" + problem, locale, words.shop.name);
    }
    return words.of(form.isWritable() ? "Intro" : "Text_NOTHING", locale, words.shop.name);
  }

  public List<LineView> getLines() {
    return Collections.unmodifiableList(lines);
  }

  /** A sentence about what was just done; empty for none. */
  public String getNotice() {
    return notice;
  }

  /** Whether something was not taken. */
  public boolean isFailed() {
    return failed;
  }

  public boolean isPhotos() {
    return form != null && form.settings.photos;
  }

  /** Where videos may be, for people to read; empty for no field. */
  public String getVideoHosts() {
    return form == null ? "" : String.join(", ", form.settings.videoHosts);
  }

  /** What is promised, in words; empty for nothing. */
  public String getPromise() {
    if (form == null || !form.incentivised) {
      return "";
    }
    return form.settings.incentive.isEmpty()
        ? words.of("Promise_Points", locale)
        : words.of("Promise", locale, LocalText.in(form.settings.incentive, locale));
  }

  public boolean isStopped() {
    return form != null && form.stopped;
  }

  public int getTextMax() {
    return WriteReview.TEXT_MAX;
  }

  public int getNicknameMax() {
    return WriteReview.NICKNAME_MAX;
  }

  public String getShopName() {
    return words.shop.name;
  }

  public String getShopUrl() {
    return words.shop.url;
  }

  /** Where to write to; empty if the shop has not said. */
  public String getSupport() {
    return words.shop.supportEmail;
  }

  public String getPolicyUrl() {
    return words.shop.url + PolicyHandler.PATH;
  }
}
