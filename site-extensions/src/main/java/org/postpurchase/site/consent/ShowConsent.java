package org.postpurchase.site.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.consent.CheckoutAnswer;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.SoftOptIn;
import org.postpurchase.person.PersonRef;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.site.Carts;
import org.postpurchase.site.SegmentTexts;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.Visitor;
import org.postpurchase.sms.SmsAnswers;
import org.postpurchase.sms.SmsChannel;

/**
 * Decides whether the question is asked and in which words. Asked only while a series that sends
 * advertising is switched on: before, there would be nothing to agree to.
 */
public final class ShowConsent {
  private static final String TEXT = "PostPurchase_Consent_Text";
  private static final String OBJECTION_TEXT = "PostPurchase_Consent_Objection_Text";
  private static final String SMS_TEXT = "PostPurchase_Consent_Sms_Text";

  private final SeriesCatalog catalog;
  private final ConsentStore store;
  private final Transactions transactions;
  private final ShopTexts texts;
  private final Shop shop;
  private SmsAnswers sms;
  private SoftOptIn softOptIn = SoftOptIn.NONE;
  private SegmentTexts words;

  public ShowConsent(
      SeriesCatalog catalog,
      ConsentStore store,
      Transactions transactions,
      ShopTexts texts,
      Shop shop) {
    this.catalog = catalog;
    this.store = store;
    this.transactions = transactions;
    this.texts = texts;
    this.shop = shop;
  }

  /** Where answers about text messages are; they are asked for only while a series sends such. */
  public void setSms(SmsAnswers answers) {
    sms = answers;
  }

  /** Where buyers are offered to object instead of being asked to agree. */
  public void setSoftOptIn(SoftOptIn newSoftOptIn) {
    softOptIn = newSoftOptIn;
  }

  /** The words beside the box to object with. */
  String objectionText(Locale locale) {
    return texts.get(OBJECTION_TEXT, locale, shop.name);
  }

  /**
   * Whether the buyer of that cart is offered to object: by its address, else the shop's country.
   */
  boolean isObjectionOffered(Order order) {
    return transactions.call(() -> softOptIn.holds(country(order)));
  }

  private String country(Order order) {
    for (FulfillmentGroup group : order.getFulfillmentGroups()) {
      boolean known = group.getAddress() != null && group.getAddress().getCountry() != null;
      if (known) {
        return group.getAddress().getCountry().getAbbreviation();
      }
    }
    return shop.locale.getCountry();
  }

  /** Words of their own for members of segments. */
  public void setWords(SegmentTexts newWords) {
    words = newWords;
  }

  /** Empty when there is nothing to ask. */
  public Optional<ConsentView> about(Object cart, Locale locale) {
    Order order = Carts.open(cart).orElse(null);
    if (order == null) {
      return Optional.empty();
    }
    return transactions.call(() -> isAsked() ? Optional.of(view(order, locale)) : Optional.empty());
  }

  /**
   * The words beside the box in that language.
   *
   * @param segment whose words were on the page; empty for the usual ones, which any other text is
   *     taken for
   */
  public String text(Locale locale, String segment) {
    return texts.get(words.key(TEXT, segment, locale), locale, shop.name);
  }

  /** The segment whose words the visitor reads; empty for the usual ones. */
  private String segment(Locale locale) {
    return words.segment(
        TEXT,
        Visitor.registered().map(customer -> PersonRef.ofCustomer(customer.getId())).orElse(null),
        locale);
  }

  /** The words beside the box for text messages in that language. */
  public String smsText(Locale locale) {
    return texts.get(SMS_TEXT, locale, shop.name);
  }

  /** Keeps what was ticked about text messages; only asked for while a series sends such. */
  void smsAnswered(long orderId, SmsAnswers.Answer answer) {
    transactions.run(
        () -> {
          if (sms != null && isAsked(this::isSms)) {
            sms.answer(orderId, answer);
          }
        });
  }

  private boolean isAsked() {
    return isAsked(Step::isMarketing);
  }

  private boolean isAsked(Predicate<Step> kind) {
    return catalog.running().stream()
        .filter(series -> series.status == SeriesStatus.ACTIVE)
        .anyMatch(s -> s.draft.steps.stream().anyMatch(step -> !step.off && kind.test(step)));
  }

  private boolean isSms(Step step) {
    return step.isMarketing() && step.channel.equals(SmsChannel.KEY);
  }

  private ConsentView view(Order order, Locale locale) {
    boolean object = softOptIn.holds(country(order));
    CheckoutAnswer.Question asked =
        object ? CheckoutAnswer.Question.OBJECTION : CheckoutAnswer.Question.CONSENT;
    // Ticked again is what the buyer ticked: the yes, or the objection.
    boolean ticked =
        store
            .answerOf(order.getId())
            .filter(answer -> answer.question == asked)
            .map(answer -> answer.granted != object)
            .orElse(false);
    String segment = object ? "" : segment(locale);
    ConsentView view =
        new ConsentView(
                object ? objectionText(locale) : text(locale, segment),
                locale.toLanguageTag(),
                texts.language(locale),
                ticked)
            .ofSegment(segment);
    if (object) {
      view.objection();
    }
    return sms != null && isAsked(this::isSms)
        ? view.sms(
            smsText(locale), sms.find(order.getId()).map(answer -> answer.granted).orElse(false))
        : view;
  }
}
