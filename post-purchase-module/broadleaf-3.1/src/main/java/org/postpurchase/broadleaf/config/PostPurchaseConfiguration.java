package org.postpurchase.broadleaf.config;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the configuration of every feature into the host's root context: each class of this
 * package that is named so. A feature is added by adding such a class.
 */
@Configuration
@ComponentScan(
    basePackageClasses = PostPurchaseConfiguration.class,
    resourcePattern = "*Configuration.class")
public class PostPurchaseConfiguration {}
