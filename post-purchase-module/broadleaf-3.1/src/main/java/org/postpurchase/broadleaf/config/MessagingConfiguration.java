package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.settings.EntityPromptReader;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.confirmation.PromptReader;
import org.postpurchase.confirmation.ShowConfirmation;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.messaging.jdbc.MessagingJdbcModule;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages, their templates and the ways out of the shop. */
@Configuration
class MessagingConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private ModuleSettings settings;

  @Bean
  MessageStore ppMessages() {
    return MessagingJdbcModule.store(base.jdbc, base.dialect, settings.mailDomain());
  }

  @Bean
  Renderer ppRenderer() {
    return VelocityModule.renderer();
  }

  @Bean
  TemplateReader ppTemplates(SettingsQuery query) {
    return new EntityTemplateReader(query, base::shop);
  }

  @Bean
  TemplateVersions ppTemplateVersions() {
    return MessagingJdbcModule.templateVersions(base.jdbc, base.dialect, base.clock);
  }

  @Bean
  ChannelsOfShop ppChannels(BeanFactory beans) {
    return new ChannelsOfShop(base, beans, settings.mailFrom());
  }

  @Bean
  Channels ppAllChannels(ChannelsOfShop channels) {
    return channels.getChannels();
  }

  @Bean
  PromptReader ppPrompts(SettingsQuery query) {
    return new EntityPromptReader(query, base::shop);
  }

  /** What the confirmation page says. */
  @Bean
  ShowConfirmation ppShowConfirmation(
      OrderReader orders, PromptReader prompts, Renderer renderer, OrderModel model) {
    return new ShowConfirmation(orders, prompts, renderer, model);
  }
}
