package org.postpurchase.content;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.ShownAddress;
import org.postpurchase.shared.ShownText;

/**
 * {@code content} in texts: {@code guides}, {@code questions} and {@code stories}. Costs no
 * statement of its own. Advertising mails about no order get the shop's news; an order's mails get
 * news only where they may advertise.
 */
public final class MailContent implements ModelPart {
  private static final int TITLE_MAX = 200;
  private static final int NAMES_MAX = 3;

  private final ContentLibrary library;
  private final Supplier<Shop> shop;
  private final Clock clock;

  public MailContent(ContentLibrary library, Supplier<Shop> shop, Clock clock) {
    this.library = library;
    this.shop = shop;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "content";
  }

  @Override
  public Reading knowing(Collection<Subject> subjects) {
    List<ContentEntry> entries = library.entries();
    Map<String, ChooseContent> byLanguage = new HashMap<>();
    return (subject, language) ->
        map(
            fitting(
                subject,
                byLanguage.computeIfAbsent(
                    language.tag, t -> new ChooseContent(entries, language.locale))),
            language);
  }

  private FittingContent fitting(Subject subject, ChooseContent choose) {
    List<OrderLine> kept =
        subject.order == null
            ? Collections.<OrderLine>emptyList()
            : subject.order.lines.stream()
                .filter(line -> line.care.available && subject.progress.isKept(line.lineId))
                .collect(Collectors.toList());
    if (kept.isEmpty() && !subject.advertising) {
      return FittingContent.NOTHING;
    }
    ZoneId zone = shop.get().zone;
    FittingContent fits = choose.of(kept, line -> days(subject.progress, zone));
    return subject.advertising
        ? fits
        : new FittingContent(fits.guides, fits.questions, Collections.<ContentEntry>emptyList());
  }

  private int days(OrderProgress progress, ZoneId zone) {
    return progress == null ? 0 : daysSince(progress, zone, clock.instant());
  }

  /** Calendar days of the shop's zone since the order has arrived; 0 before that. */
  public static int daysSince(OrderProgress progress, ZoneId zone, Instant now) {
    return progress
        .deliveredAt()
        .map(
            at ->
                (int)
                    Math.max(
                        0,
                        ChronoUnit.DAYS.between(
                            at.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate())))
        .orElse(0);
  }

  @Override
  public Map<String, Object> example(Language language) {
    return map(ExampleContent.in(language.locale), language);
  }

  /**
   * One entry alone, for its author.
   *
   * @param about what it is for; may be empty
   */
  public Map<String, Object> preview(ContentEntry entry, String about, Language language) {
    List<ContentEntry> alone = Collections.singletonList(entry);
    List<ContentEntry> none = Collections.emptyList();
    boolean question = entry.kind == ContentKind.FAQ;
    Map<String, Object> model =
        map(
            new FittingContent(
                Collections.<FittingContent.Guide>emptyList(),
                question ? alone : none,
                question || entry.kind.isGuide() ? none : alone),
            language);
    if (entry.kind.isGuide()) {
      Map<String, Object> guide = map(entry, language.locale);
      guide.put("names", ShownText.line(about, TITLE_MAX));
      guide.put("small", ((String) guide.get("picture")).isEmpty());
      model.put("guides", Collections.singletonList(guide));
    }
    return model;
  }

  private Map<String, Object> map(FittingContent content, Language language) {
    Map<String, Object> map = new HashMap<>();
    map.put("hasGuides", !content.guides.isEmpty());
    map.put("guides", guides(content.guides, language));
    map.put("questions", entries(content.questions, language));
    map.put("stories", entries(content.stories, language));
    map.put("heading", ContentWords.of("heading", language.locale));
    map.put("questionsHeading", ContentWords.of("questions", language.locale));
    map.put("storiesHeading", ContentWords.of("stories", language.locale));
    return map;
  }

  private List<Object> guides(List<FittingContent.Guide> guides, Language language) {
    List<Object> maps = new ArrayList<>();
    for (FittingContent.Guide guide : guides) {
      OrderLine first = guide.lines.get(0);
      Map<String, Object> map =
          guide.entry == null
              ? text(
                  "",
                  first.care.howTo,
                  first.care.howToUrl,
                  "",
                  ContentWords.of("more", language.locale))
              : map(guide.entry, language.locale);
      map.put("names", names(guide.lines, language));
      if (((String) map.get("picture")).isEmpty()) {
        map.put("picture", ShownAddress.picture(shop.get(), first.pictureUrl));
        map.put("small", true);
      } else {
        map.put("small", false);
      }
      maps.add(map);
    }
    return maps;
  }

  /** The first few, each once; "and 4 more" is left to the reader's imagination as an ellipsis. */
  private static String names(List<OrderLine> lines, Language language) {
    Set<String> names = new LinkedHashSet<>();
    lines.forEach(line -> names.add(language.isolated(ShownText.line(line.name, TITLE_MAX))));
    String first = names.stream().limit(NAMES_MAX).collect(Collectors.joining(", "));
    return names.size() > NAMES_MAX ? first + " …" : first;
  }

  private List<Object> entries(List<ContentEntry> entries, Language language) {
    List<Object> maps = new ArrayList<>();
    entries.forEach(entry -> maps.add(map(entry, language.locale)));
    return maps;
  }

  private Map<String, Object> map(ContentEntry entry, Locale locale) {
    boolean video = entry.kind == ContentKind.VIDEO;
    Map<String, Object> map =
        text(
            entry.title,
            entry.body,
            entry.link,
            entry.picture,
            ContentWords.of(video ? "watch" : "more", locale));
    map.put("video", video);
    return map;
  }

  private Map<String, Object> text(
      String title, String body, String link, String picture, String label) {
    Map<String, Object> map = new HashMap<>();
    map.put("title", ShownText.line(title, TITLE_MAX));
    map.put("text", ShownText.paragraphs(body, SaveContent.BODY_MAX));
    map.put("url", ShownAddress.link(shop.get(), link));
    map.put("picture", ShownAddress.picture(shop.get(), picture));
    map.put("label", label);
    map.put("video", false);
    return map;
  }
}
