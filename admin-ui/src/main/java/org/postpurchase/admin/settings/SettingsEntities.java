package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;

/**
 * Finds out whether a request of the generic admin would reach one of our settings tables.
 *
 * <p>Class names come with the request. The host loads rows by the posted entity type, whatever the
 * ceiling says, and a ceiling may be a supertype of everything, such as {@code
 * java.io.Serializable}; so each name counts, in both directions.
 */
final class SettingsEntities {
  private static final List<Class<?>> ALL =
      Collections.unmodifiableList(
          Arrays.<Class<?>>asList(
              MessageTemplate.class,
              ConfirmationPrompt.class,
              Series.class,
              SeriesStep.class,
              LoyaltyProgramme.class,
              EarningRule.class,
              LoyaltyTier.class,
              LoyaltyReward.class,
              ReviewSettings.class));

  private SettingsEntities() {}

  static List<Class<?>> reachedBy(PersistencePackage request) {
    List<Class<?>> reached = new ArrayList<>();
    for (Class<?> entity : ALL) {
      if (reaches(request, entity)) {
        reached.add(entity);
      }
    }
    return reached;
  }

  static boolean reaches(PersistencePackage request, Class<?> entity) {
    if (related(request.getCeilingEntityFullyQualifiedClassname(), entity)) {
      return true;
    }
    if (request.getEntity() != null && request.getEntity().getType() != null) {
      for (String type : request.getEntity().getType()) {
        if (related(type, entity)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the name is one of our entities, or a class that a store made of one. */
  static boolean isOne(String className) {
    Class<?> named = named(className);
    return named != null && ALL.stream().anyMatch(entity -> entity.isAssignableFrom(named));
  }

  /** Whether the name is this one of our entities, or a class that a store made of it. */
  static boolean is(String className, Class<?> entity) {
    Class<?> named = named(className);
    return named != null && entity.isAssignableFrom(named);
  }

  private static boolean related(String className, Class<?> entity) {
    Class<?> named = named(className);
    return named != null && (entity.isAssignableFrom(named) || named.isAssignableFrom(entity));
  }

  private static Class<?> named(String className) {
    try {
      return className == null
          ? null
          : Class.forName(className, false, SettingsEntities.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
