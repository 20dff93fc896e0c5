package org.postpurchase.broadleaf.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.confirmation.PromptReader;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.shared.LocaleChoice;
import org.postpurchase.shared.Shop;

/** Reads the merchant's confirmation prompts from the host's entity manager. */
public final class EntityPromptReader implements PromptReader {
  private static final String ALL =
      "select p from org.postpurchase.broadleaf.entity.ConfirmationPrompt p order by p.id";
  private static final String ACTIVE =
      "select p from org.postpurchase.broadleaf.entity.ConfirmationPrompt p where p.active = true order by p.id";

  private final SettingsQuery query;
  private final Supplier<Shop> shop;

  public EntityPromptReader(SettingsQuery query, Supplier<Shop> shop) {
    this.query = query;
    this.shop = shop;
  }

  @Override
  public Optional<org.postpurchase.confirmation.ConfirmationPrompt> findActive(Locale locale) {
    return choose(ACTIVE, locale);
  }

  @Override
  public Optional<org.postpurchase.confirmation.ConfirmationPrompt> find(Locale locale) {
    return choose(ALL, locale);
  }

  private Optional<org.postpurchase.confirmation.ConfirmationPrompt> choose(
      String jpql, Locale locale) {
    return query.once(
        "prompt:" + jpql + locale,
        em -> {
          List<ConfirmationPrompt> rows =
              em.createQuery(jpql, ConfirmationPrompt.class).getResultList();
          return LocaleChoice.of(rows, ConfirmationPrompt::getLocaleCode, locale, shop.get().locale)
              .map(EntityPromptReader::definition);
        });
  }

  /**
   * The immutable definition behind a row.
   *
   * @throws org.postpurchase.order.LifecycleRefusedException when its days make no sense
   */
  public static org.postpurchase.confirmation.ConfirmationPrompt definition(
      ConfirmationPrompt row) {
    return new org.postpurchase.confirmation.ConfirmationPrompt(
        row.getLocaleCode(),
        text(row.getHeading()),
        text(row.getMessage()),
        text(row.getStepsHeading()),
        DispatchPromise.of(
            number(row.getShipDays()),
            number(row.getDeliveryDaysMin()),
            number(row.getDeliveryDaysMax())),
        text(row.getStepReceived()),
        text(row.getStepShipped()),
        text(row.getStepDelivered()));
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
