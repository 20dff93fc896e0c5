/**
 * Settings that merchants edit through the host's generic admin. Facts are never entities
 * (ADR-0003).
 */
package org.postpurchase.broadleaf.entity;
