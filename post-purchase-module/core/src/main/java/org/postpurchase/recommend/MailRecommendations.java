package org.postpurchase.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.ShownAddress;
import org.postpurchase.shared.ShownText;

/**
 * {@code recommendations} in texts: a {@code heading} and {@code products}. Only in mails that may
 * advertise; others get none.
 */
public final class MailRecommendations implements ModelPart {
  private static final int MOST = 3;
  private static final int NAME_MAX = 120;

  private final Recommend recommend;
  private final Supplier<Shop> shop;

  public MailRecommendations(Recommend recommend, Supplier<Shop> shop) {
    this.recommend = recommend;
    this.shop = shop;
  }

  @Override
  public String name() {
    return "recommendations";
  }

  @Override
  public Reading knowing(Collection<Subject> subjects) {
    List<Subject> asked = subjects.stream().filter(s -> s.advertising).collect(Collectors.toList());
    List<List<Recommendation>> found =
        recommend.to(
            asked.stream().map(MailRecommendations::buyer).collect(Collectors.toList()), MOST);
    Map<Subject, List<Recommendation>> bySubject = new IdentityHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      bySubject.put(asked.get(i), found.get(i));
    }
    return (subject, language) ->
        map(bySubject.getOrDefault(subject, Collections.emptyList()), language);
  }

  private static Recommend.Buyer buyer(Subject subject) {
    List<OrderLine> kept = new ArrayList<>();
    Set<Long> never = new HashSet<>();
    if (subject.order != null) {
      for (OrderLine line : subject.order.lines) {
        never.add(line.goods.productId);
        if (subject.progress.isKept(line.lineId) && line.care.available) {
          kept.add(line);
        }
      }
    }
    return new Recommend.Buyer(subject.contact, kept, never);
  }

  @Override
  public Map<String, Object> example(Language language) {
    Money price = Money.ofMinor(1_490, Currency.getInstance("EUR"));
    boolean german = "de".equals(language.locale.getLanguage());
    return map(
        Arrays.asList(
            new Recommendation(
                Shelf.example(
                    german ? "Papierfilter, 100 Stück" : "Paper filters, 100 pieces", price),
                RecommendReason.TOGETHER,
                german ? "Handfilter aus Steinzeug" : "Stoneware dripper",
                null),
            new Recommendation(
                Shelf.example(german ? "Schwanenhalskessel" : "Gooseneck kettle", price),
                RecommendReason.BESTSELLER,
                "",
                null)),
        language);
  }

  private Map<String, Object> map(List<Recommendation> all, Language language) {
    List<Object> products = new ArrayList<>();
    for (Recommendation each : all) {
      Map<String, Object> map = new HashMap<>();
      map.put("name", language.isolated(ShownText.line(each.product.name, NAME_MAX)));
      map.put("url", address(each));
      map.put("picture", ShownAddress.picture(shop.get(), each.product.picture));
      map.put(
          "price", each.product.price == null ? "" : each.product.price.format(language.locale));
      map.put("reason", ShownText.line(RecommendWords.reason(each, language.locale), 2 * NAME_MAX));
      map.put("offer", RecommendWords.offer(each, language.locale));
      map.put(
          "note",
          each.complement == null
              ? ""
              : ShownText.line(
                  LocalText.in(each.complement.note, language.locale), Complement.NOTE_MAX));
      map.put("code", each.complement == null ? "" : each.complement.code);
      products.add(map);
    }
    Map<String, Object> map = new HashMap<>();
    map.put("heading", RecommendWords.of("heading", language.locale));
    map.put("codeLabel", RecommendWords.of("code", language.locale));
    map.put("products", products);
    return map;
  }

  private String address(Recommendation each) {
    return ShownAddress.link(shop.get(), each.product.url);
  }
}
