"""Who and where: people, organisations and places, under one name in a document and in the collection."""
