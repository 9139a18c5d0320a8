"""dating"""
