package org.postpurchase.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.ask.Voice;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.UrlText;

/**
 * What the texts of a series may show: everything of {@link OrderModel}, and {@code products},
 * {@code links}, {@code consent} and, where there is one, {@code reward}. Texts about a member have
 * no order and no products, but a {@code moment}.
 */
public final class SeriesModel {
  private static final int TITLE_MAX = 200;
  private static final int VOICE_MAX = 300;

  /** The cart, which offers the code with a button; looking at it changes nothing. */
  private static final String CART = "/cart?code=";

  private final OrderModel orders;
  private final Triggers triggers;
  private List<ModelPart> parts = Collections.emptyList();

  public SeriesModel(OrderModel orders) {
    this(orders, new Triggers(Collections.emptyList()));
  }

  public SeriesModel(OrderModel orders, Triggers triggers) {
    this.orders = orders;
    this.triggers = triggers;
  }

  /** Also what other features tell; to be called before the first text. */
  public SeriesModel with(List<ModelPart> newParts) {
    List<ModelPart> all = new ArrayList<>(parts);
    all.addAll(newParts);
    parts = Collections.unmodifiableList(all);
    return this;
  }

  List<ModelPart> parts() {
    return parts;
  }

  Triggers triggers() {
    return triggers;
  }

  /** Made-up values of every kind of moment, for trying texts on before it is known which. */
  public MomentValues exampleMoment(Locale locale) {
    return triggers.examples(locale);
  }

  Shop shop() {
    return orders.shop();
  }

  /** The facts behind one message. */
  public static final class Facts {
    final OrderSnapshot order;
    final OrderProgress progress;
    Optional<DispatchPromise> promise = Optional.empty();
    Optional<RewardCode> reward = Optional.empty();
    Optional<ConsentRecord> consent = Optional.empty();
    String unsubscribeUrl = "";
    String preferencesUrl = "";
    ShownAsk asks = ShownAsk.NONE;
    FriendAsk.Shown friends = FriendAsk.Shown.NOTHING;
    final Member member;
    MomentValues moment;
    Language language;
    Function<Language, Map<String, Object>> parts;

    public Facts(OrderSnapshot order, OrderProgress progress) {
      this.order = order;
      this.progress = progress;
      this.member = null;
      this.language = Language.of(order.locale);
    }

    /** A message without an order. */
    public Facts(Member member, MomentValues moment) {
      this.order = null;
      this.progress = null;
      this.member = member;
      this.moment = moment;
      this.language = Language.of(member.locale);
    }

    /** The language of the text, where it is not the reader's own. */
    public Facts in(Language newLanguage) {
      language = newLanguage;
      return this;
    }

    /** The reader's account; 0 for none. */
    long customerId() {
      boolean registered = order != null && order.registered;
      return member != null ? member.customerId : registered ? order.customerId : 0;
    }

    public Facts moment(MomentValues newMoment) {
      moment = newMoment;
      return this;
    }

    public Facts promise(Optional<DispatchPromise> newPromise) {
      promise = newPromise;
      return this;
    }

    public Facts reward(Optional<RewardCode> newReward) {
      reward = newReward;
      return this;
    }

    public Facts consent(Optional<ConsentRecord> newConsent) {
      consent = newConsent;
      return this;
    }

    /** How the buyer may recommend the shop. */
    public Facts friends(FriendAsk.Shown newFriends) {
      friends = newFriends;
      return this;
    }

    /** What it asks for, and where. */
    public Facts asks(ShownAsk newAsks) {
      asks = newAsks;
      return this;
    }

    /** What other features tell about it, by the names of their parts; examples where not given. */
    Facts parts(Function<Language, Map<String, Object>> newParts) {
      parts = newParts;
      return this;
    }

    public Facts unsubscribeUrl(String newUrl) {
      unsubscribeUrl = newUrl;
      return this;
    }

    Map<String, Object> links() {
      Map<String, Object> links = new HashMap<>();
      links.put("unsubscribe", unsubscribeUrl);
      links.put("preferences", preferencesUrl);
      return links;
    }

    /** Where the reader says what the shop may send. */
    public Facts preferencesUrl(String newUrl) {
      preferencesUrl = newUrl;
      return this;
    }
  }

  public Map<String, Object> of(Facts facts) {
    Language language = facts.language;
    Map<String, Object> model = new HashMap<>(base(facts));
    if (facts.order != null) {
      List<Object> kept = orders.linesOf(products(facts.order, facts.progress), language);
      model.put("products", kept);
      model.put("share", shareOf(kept));
      model.put("moreProducts", 0);
      model.put("reviews", reviewsOf(facts.asks, language));
      model.put("friends", friendsOf(facts.friends, language));
    }
    if (facts.moment != null) {
      model.put("moment", facts.moment.words(day -> orders.day(day, language), language));
    }
    model.put("links", facts.links());
    model.put("consent", consentOf(facts.consent, language));
    facts.reward.ifPresent(reward -> model.put("reward", rewardOf(reward, language)));
    if (facts.parts == null) {
      parts.forEach(part -> model.put(part.name(), part.example(language)));
    } else {
      model.putAll(facts.parts.apply(language));
    }
    return model;
  }

  private Map<String, Object> base(Facts facts) {
    return facts.order != null
        ? orders.of(facts.order, facts.promise, facts.language)
        : orders.person(facts.member.firstName, facts.member.email, facts.language);
  }

  /** On what advertising rests: the day of a yes, or that nobody objected at the order. */
  private Map<String, Object> consentOf(Optional<ConsentRecord> record, Language language) {
    boolean soft = record.map(ConsentRecord::isSoft).orElse(false);
    String day = soft ? "" : record.map(c -> orders.day(c.recordedAt, language)).orElse("");
    Map<String, Object> map = new HashMap<>(Collections.singletonMap("date", day));
    map.put("soft", soft);
    return map;
  }

  /** What the buyer may show to others: the first product that has a page. */
  private static Map<String, Object> shareOf(List<Object> kept) {
    Map<String, Object> map = new HashMap<>(Collections.singletonMap("name", ""));
    String url = "";
    for (int i = 0; i < kept.size() && url.isEmpty(); i++) {
      Map<?, ?> line = (Map<?, ?>) kept.get(i);
      url = line.get("url").toString();
      map.put("name", line.get("name"));
    }
    map.put("url", url);
    map.put("encoded", UrlText.encoded(url));
    return map;
  }

  /** The lines whose product the buyer kept and the shop still has. */
  static List<OrderLine> products(OrderSnapshot order, OrderProgress progress) {
    return order.lines.stream()
        .filter(line -> line.care.available && progress.isKept(line.lineId))
        .collect(Collectors.toList());
  }

  private static Map<String, Object> friendsOf(FriendAsk.Shown ask, Language language) {
    Map<String, Object> map = new HashMap<>();
    map.put("url", ask.url);
    map.put("gift", language.isolated(ShownText.line(ask.gift, TITLE_MAX)));
    map.put("reward", language.isolated(ShownText.line(ask.reward, TITLE_MAX)));
    return map;
  }

  private Map<String, Object> reviewsOf(ShownAsk asks, Language language) {
    List<Object> lines = new ArrayList<>();
    List<Object> plain = orders.linesOf(asks.lines, language);
    for (int i = 0; i < plain.size(); i++) {
      Map<String, Object> line = new HashMap<>();
      ((Map<?, ?>) plain.get(i)).forEach((name, value) -> line.put((String) name, value));
      line.put("reviewUrl", asks.urlOf(asks.lines.get(i)));
      line.put("stars", starsOf(asks, asks.lines.get(i)));
      lines.add(line);
    }
    Map<String, Object> map = new HashMap<>();
    map.put("url", asks.url);
    map.put("lines", lines);
    map.put("voices", voicesOf(asks, language));
    map.put("promise", language.isolated(ShownText.line(asks.promise, TITLE_MAX)));
    return map;
  }

  /** What other customers said. */
  private static List<Object> voicesOf(ShownAsk asks, Language language) {
    List<Object> voices = new ArrayList<>();
    for (Voice voice : asks.voices) {
      Map<String, Object> map = new HashMap<>();
      map.put("text", language.isolated(ShownText.line(voice.text, VOICE_MAX)));
      map.put("author", language.isolated(ShownText.line(voice.author, TITLE_MAX)));
      map.put("stars", voice.stars);
      map.put("incentivised", voice.incentivised);
      voices.add(map);
    }
    return voices;
  }

  /** Links that choose so many stars on the form and send nothing. */
  private static List<Object> starsOf(ShownAsk asks, OrderLine line) {
    List<Object> stars = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      Map<String, Object> star = new HashMap<>();
      star.put("number", number);
      star.put("url", asks.urlOf(line, number));
      stars.add(star);
    }
    return stars;
  }

  private Map<String, Object> rewardOf(RewardCode reward, Language language) {
    Map<String, Object> map = new HashMap<>(Collections.singletonMap("code", reward.code));
    map.put("title", language.isolated(ShownText.line(reward.title, TITLE_MAX)));
    map.put("expires", orders.day(reward.expiresAt, language));
    map.put("url", orders.shop().absolute(CART + reward.code));
    return map;
  }
}
