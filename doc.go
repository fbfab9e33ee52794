// Package newsfact turns scraped news into facts.
package newsfact
